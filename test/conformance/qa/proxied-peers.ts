import { Peer, RawServer } from "@ittybit/test-support/servers/raw-connection";
import { RunningProxy } from "@ittybit/test-support/servers/running-proxy";
import { afterAll, afterEach, beforeAll } from "vitest";

/** A raw caller and a raw upstream on both sides of one proxy, for all tests of a file. */
export class ProxiedPeers {
  upstream!: RawServer;
  proxy!: RunningProxy;
  readonly #open: Peer[] = [];

  /** Starts both before the first test, ends every connection after each test, and both after the last one. */
  constructor(...flags: string[]) {
    beforeAll(async () => {
      this.upstream = await RawServer.start();
      this.proxy = await RunningProxy.start("--server", `http://127.0.0.1:${this.upstream.port}`, ...flags);
    });
    afterEach(() => {
      for (const peer of this.#open.splice(0)) peer.destroy();
    });
    afterAll(async () => {
      await this.proxy.end();
      this.upstream.close();
    });
  }

  /** Ends this connection after the test, too. */
  async kept(peer: Promise<Peer>): Promise<Peer> {
    this.#open.push(await peer);
    return peer;
  }

  caller = (): Promise<Peer> => this.kept(Peer.connect(this.proxy.port));

  /** The next connection that the upstream gets. */
  server = (): Promise<Peer> => this.kept(this.upstream.accept());

  /** Sends a request, and returns both ends and the head that the upstream received. */
  send = async (head: string, body: string | Uint8Array = "") => {
    const client = await this.caller();
    client.write(head);
    client.write(body);
    const api = await this.server();
    return { client, api, head: await api.until("\r\n\r\n") };
  };

  /** What a caller gets for the bytes of a response. */
  exchange = async (bytes: string | Uint8Array, request = get()) => {
    const { client, api } = await this.send(request);
    api.write(bytes);
    return { client, api, head: await client.until("\r\n\r\n") };
  };
}

/** A proxy of its own, ended with its report. */
export async function reportOf(run: (port: number, upstream: RawServer) => Promise<void>) {
  const own = await RawServer.start();
  const running = await RunningProxy.start("--server", `http://127.0.0.1:${own.port}`, "--report", "json");
  await run(running.port, own);
  const { out, err } = await running.end();
  own.close();
  return { report: JSON.parse(out), err };
}

export const get = (...lines: string[]) =>
  ["GET /media HTTP/1.1", "Host: 127.0.0.1", ...lines, "", ""].join("\r\n");

export const post = (...lines: string[]) =>
  ["POST /media HTTP/1.1", "Host: 127.0.0.1", ...lines, "", ""].join("\r\n");

export const chunk = (bytes: string) => `${bytes.length.toString(16)}\r\n${bytes}\r\n`;

/** Every byte that a field value may have beyond ASCII (`obs-text`; RFC 9110, 5.5). */
export const obsText = Array.from({ length: 0x80 }, (_, index) => String.fromCharCode(0x80 + index)).join("");
