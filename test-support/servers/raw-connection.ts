import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** One end of a TCP connection, byte by byte. Texts are Latin-1, so that each character is a byte. */
export class Peer {
  readonly #socket: Socket;
  #received = Buffer.alloc(0);
  #ending: "open" | "ended" | "reset" = "open";
  #wake = () => {};

  constructor(socket: Socket) {
    this.#socket = socket.setNoDelay();
    socket.on("data", (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#wake();
    });
    socket.on("end", () => this.#end("ended"));
    socket.on("error", () => this.#end("reset"));
    socket.on("close", () => this.#end("ended"));
  }

  static async connect(port: number): Promise<Peer> {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    const peer = new Peer(socket);
    await once(socket, "connect");
    return peer;
  }

  write(bytes: string | Uint8Array): void {
    if (typeof bytes === "string") this.#socket.write(bytes, "latin1");
    else this.#socket.write(bytes);
  }

  /** Reads no more, so that the other side can send no more. */
  pause(): void {
    this.#socket.pause();
  }

  /** Whether the other side takes these bytes, or has not for a second. */
  takes(bytes: Uint8Array): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), 1_000);
      this.#socket.write(bytes, () => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }

  /** What came up to and with this text; it is taken away. @throws where the connection ends before */
  async until(text: string): Promise<string> {
    for (;;) {
      const at = this.#received.indexOf(text, 0, "latin1");
      if (at !== -1) return this.#take(at + text.length).toString("latin1");
      if (this.#ending !== "open")
        throw new Error(`${this.#ending} before ${JSON.stringify(text)}: ${this.#received}`);
      await this.#more();
    }
  }

  /** So many bytes. @throws where the connection ends before */
  async bytes(count: number): Promise<Buffer> {
    while (this.#received.length < count) {
      if (this.#ending !== "open")
        throw new Error(`${this.#ending} after ${this.#received.length} of ${count} bytes`);
      await this.#more();
    }
    return this.#take(count);
  }

  /** All that came until the connection ended. */
  async rest(): Promise<string> {
    while (this.#ending === "open") await this.#more();
    return this.#take(this.#received.length).toString("latin1");
  }

  /** How the connection was ended by the other side. */
  async ending(): Promise<"ended" | "reset"> {
    while (this.#ending === "open") await this.#more();
    return this.#ending;
  }

  /** What has come and was not taken yet. */
  get pending(): string {
    return this.#received.toString("latin1");
  }

  end(): void {
    this.#socket.end();
  }

  reset(): void {
    this.#socket.resetAndDestroy();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #take(count: number): Buffer {
    const taken = this.#received.subarray(0, count);
    this.#received = this.#received.subarray(count);
    return taken;
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #end(ending: "ended" | "reset"): void {
    if (this.#ending === "open") this.#ending = ending;
    this.#wake();
  }
}

/** A server that does with each connection what a test says. */
export class RawServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #waiting: Peer[] = [];
  readonly #asking: ((peer: Peer) => void)[] = [];
  /** Connections made so far. */
  connections = 0;

  private constructor(server: Server) {
    this.#server = server;
    server.on("connection", (socket: Socket) => {
      this.connections += 1;
      this.#sockets.add(socket);
      const peer = new Peer(socket);
      const asking = this.#asking.shift();
      if (asking) asking(peer);
      else this.#waiting.push(peer);
    });
  }

  static async start(): Promise<RawServer> {
    const server = createServer({ allowHalfOpen: true });
    const raw = new RawServer(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return raw;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The next connection that is made, or was made and not asked for yet. */
  accept(): Promise<Peer> {
    const waiting = this.#waiting.shift();
    if (waiting) return Promise.resolve(waiting);
    return new Promise((resolve) => this.#asking.push(resolve));
  }

  /** Connections that nobody asked for yet. */
  get idle(): number {
    return this.#waiting.length;
  }

  /** Does the same with every connection from now on, until it ends. */
  serve(respond: (peer: Peer) => Promise<void>): void {
    const next = async (): Promise<void> => {
      const peer = await this.accept();
      void next();
      await respond(peer).catch(() => peer.destroy());
    };
    void next();
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}
