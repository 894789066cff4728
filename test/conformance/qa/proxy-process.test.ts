import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ProxyProcess } from "@ittybit/test-support/servers/proxy-process";
import { Peer, RawServer } from "@ittybit/test-support/servers/raw-connection";
import { afterAll, afterEach, describe, expect, test } from "vitest";

/** 1 GB where `QA_CONFORMANCE=full`. */
const size = process.env.QA_CONFORMANCE === "full" ? 2 ** 30 : 2 ** 28;

/** A quarter of the size brings a process to its working size: only what it takes after that is the body's. */
const warmUps = [size / 4, size / 4];

/** A proxy that keeps a body takes three quarters of its size more than for the warm-ups; one that passes it on, a few MB. */
const maxGrowth = size / 2;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<ProxyProcess> {
  const proxy = await ProxyProcess.start(args, env);
  closing.push(() => {
    proxy.kill("SIGKILL");
    return proxy.ended();
  });
  return proxy;
}

async function rawUpstream(): Promise<RawServer> {
  const server = await RawServer.start();
  closing.push(() => server.close());
  return server;
}

describe(`${size / 2 ** 20} MB pass in constant memory`, () => {
  const block = randomBytes(2 ** 20);

  /** Blocks of this length together, between two texts. */
  function* bytes(length: number, before = "", after = ""): Generator<Uint8Array> {
    yield Buffer.from(before);
    for (let sent = 0; sent < length; sent += block.length) yield block;
    yield Buffer.from(after);
  }

  function expected(...content: Parameters<typeof bytes>): string {
    const hash = createHash("sha256");
    for (const piece of bytes(...content)) hash.update(piece);
    return hash.digest("hex");
  }

  /** By how much the last transfer of so many bytes raises the peak memory of the proxy. */
  async function growth(proxy: ProxyProcess, transfer: (length: number) => Promise<void>): Promise<number> {
    for (const length of warmUps) await transfer(length);
    const before = proxy.peakMemory;
    await transfer(size);
    return proxy.peakMemory - before;
  }

  async function server(respond: Parameters<typeof createServer>[1]): Promise<number> {
    const http = createServer(respond).listen(0, "127.0.0.1");
    await new Promise((resolve) => http.once("listening", resolve));
    closing.push(() => http.close());
    return (http.address() as AddressInfo).port;
  }

  test("up, and the form in it is checked to its end", async () => {
    const created = JSON.stringify({ wrong: true });
    let received = "";
    const upstream = await server(async (incoming, response) => {
      const hash = createHash("sha256");
      await pipeline(incoming, hash);
      received = hash.digest("hex");
      response.writeHead(201, { "Content-Type": "application/json", "Ittybit-Version": "2024-03-21" });
      response.end(created);
    });
    const proxy = await start(["--server", `http://127.0.0.1:${upstream}`, "--report", "json"]);
    const head =
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n';
    const tail = '\r\n--b\r\nContent-Disposition: form-data; name="colour"\r\n\r\nred\r\n--b--\r\n';
    const upload = (length: number) =>
      new Promise<void>((resolve, reject) => {
        const outgoing = request({
          ...{ host: "127.0.0.1", port: proxy.port, method: "POST", path: "/media" },
          headers: {
            Authorization: "Bearer key-of-the-test",
            "Content-Type": "multipart/form-data; boundary=b",
          },
        });
        outgoing.on("response", (response) => response.resume().on("end", resolve)).on("error", reject);
        pipeline(Readable.from(bytes(length, head, tail)), outgoing).catch(reject);
      });
    expect(await growth(proxy, upload)).toBeLessThan(maxGrowth);
    expect(received).toBe(expected(size, head, tail));
    proxy.kill("SIGINT");
    expect(await proxy.ended()).toBe(1);
    const told = JSON.parse(proxy.out).findings.map(({ message }: { message: string }) => message);
    // The field after the file was read too; or the checks fell behind, and the report says so.
    expect(told).toContainEqual(expect.stringMatching(/"colour" is not allowed|broke off/));
  });

  test("down", async () => {
    const upstream = await server(({ url = "" }, response) => {
      pipeline(Readable.from(bytes(Number(url.split("?")[1]))), response).catch(() => {});
    });
    const proxy = await start(["--server", `http://127.0.0.1:${upstream}`]);
    let received = "";
    const download = (length: number) =>
      new Promise<void>((resolve, reject) => {
        const hash = createHash("sha256");
        request({ host: "127.0.0.1", port: proxy.port, path: `/media?${length}` }, (response) => {
          pipeline(response, hash).then(() => {
            received = hash.digest("hex");
            resolve();
          }, reject);
        }).end();
      });
    expect(await growth(proxy, download)).toBeLessThan(maxGrowth);
    expect(received).toBe(expected(size));
  });

  test("down to a caller that does not read, the upstream waits", async () => {
    const upstream = await rawUpstream();
    const proxy = await start(["--server", `http://127.0.0.1:${upstream.port}`]);
    const before = proxy.peakMemory;
    const client = await Peer.connect(proxy.port);
    closing.push(() => client.destroy());
    client.pause();
    client.write("GET /media HTTP/1.1\r\nHost: x\r\n\r\n");
    const api = await upstream.accept();
    await api.until("\r\n\r\n");
    api.write(`HTTP/1.1 200 OK\r\nContent-Length: ${size}\r\n\r\n`);
    let written = 0;
    while (written < size && (await api.takes(block))) written += block.length;
    // The buffers of the kernel hold some megabytes, and tens of them where the machine is tuned for fast networks.
    expect(written).toBeLessThan(size / 2);
    expect(proxy.peakMemory - before).toBeLessThan(maxGrowth);
  });
});

describe("an upstream over HTTPS", () => {
  const tls = join(import.meta.dirname, "../../fixtures/tls");

  async function secureUpstream(): Promise<string> {
    const [key, cert] = ["key.pem", "cert.pem"].map((file) => readFileSync(join(tls, file)));
    const server = createSecureServer({ key, cert }, (_, response) => response.end("secure"));
    server.on("upgrade", (_, socket, head) => {
      socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
      socket.write(head);
      socket.pipe(socket);
    });
    server.listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    closing.push(() => server.close());
    return `https://localhost:${(server.address() as AddressInfo).port}`;
  }

  async function call(proxy: ProxyProcess) {
    const response = await fetch(`http://127.0.0.1:${proxy.port}/media`);
    return { status: response.status, text: await response.text() };
  }

  test("is refused when nobody vouches for its certificate, and the caller and the user are told", async () => {
    const upstream = await secureUpstream();
    const proxy = await start(["--server", upstream]);
    const { status, text } = await call(proxy);
    expect(status).toBe(502);
    expect(JSON.parse(text).error.message).toMatch(/its certificate is not trusted: self-signed certificate/);
    expect(proxy.err).toContain(`No response from ${upstream}: its certificate is not trusted`);
    expect(proxy.err).not.toContain("INSECURE");
  });

  test("is called all the same with --insecure, which is said loudly, and reached by another protocol too", async () => {
    const proxy = await start(["--server", await secureUpstream(), "--insecure"]);
    expect(await call(proxy)).toEqual({ status: 200, text: "secure" });
    expect(proxy.err).toContain("ittybit-qa: INSECURE: certificates are not checked.");

    const client = await Peer.connect(proxy.port);
    closing.push(() => client.destroy());
    const upgrade = "Connection: Upgrade\r\nUpgrade: websocket";
    client.write(`GET /media HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n\r\nfirst`);
    expect(await client.until("first")).toMatch(/^HTTP\/1\.1 101 .*\r\n\r\nfirst$/s);
    client.write("second");
    expect(await client.until("second")).toBe("second");
  });

  test("is called when NODE_EXTRA_CA_CERTS vouches for it", async () => {
    const env = { NODE_EXTRA_CA_CERTS: join(tls, "cert.pem") };
    const proxy = await start(["--server", await secureUpstream()], env);
    expect(await call(proxy)).toEqual({ status: 200, text: "secure" });
  });
});

describe("a signal", () => {
  const contract = new URL("../../../generated/openapi.json", import.meta.url);
  const { examples } = JSON.parse(readFileSync(contract, "utf8")).components;
  const notFound = JSON.stringify(examples.UnknownMedia.value);
  const folder = mkdtempSync(join(tmpdir(), "qa-proxy-signal-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s closes what is idle and ends it after what is under way, with report and recording",
    async (signal) => {
      const upstream = await rawUpstream();
      const file = join(folder, `${signal}.ndjson`);
      const proxy = await start(["--server", `http://127.0.0.1:${upstream.port}`, "--record", file]);
      const unused = await Peer.connect(proxy.port);
      const [first, last] = [await called(proxy, upstream), await called(proxy, upstream)];
      proxy.kill(signal);
      await proxy.waitForLog(/Stopping/);
      expect(await respond(first)).toContain("404");
      for (const client of [unused, first.client]) expect(await client.ending()).toBe("ended");
      expect(await respond(last)).toContain("404");
      expect(await proxy.ended()).toBe(0);
      for (const client of [unused, first.client, last.client]) client.destroy();
      expect(proxy.out).toContain("2 exchanges checked");
      expect(readFileSync(file, "utf8").split("\n").length).toBe(3);
    },
  );

  /** A request that waits for its response. */
  interface Call {
    readonly client: Peer;
    readonly api: Peer;
  }

  async function called(proxy: ProxyProcess, upstream: RawServer): Promise<Call> {
    const client = await Peer.connect(proxy.port);
    client.write("GET /media/x HTTP/1.1\r\nHost: x\r\n\r\n");
    const api = await upstream.accept();
    await api.until("\r\n\r\n");
    return { client, api };
  }

  function respond({ client, api }: Call): Promise<string> {
    const head = `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(notFound)}`;
    api.write(`HTTP/1.1 404 Not Found\r\n${head}\r\n\r\n${notFound}`);
    return client.until(notFound);
  }

  test("a second one ends it at once", async () => {
    const upstream = await rawUpstream();
    const proxy = await start(["--server", `http://127.0.0.1:${upstream.port}`]);
    const { client } = await called(proxy, upstream);
    proxy.kill("SIGINT");
    await proxy.waitForLog(/Stopping/);
    proxy.kill("SIGINT");
    expect(await proxy.ended()).toBe("SIGINT");
    client.destroy();
  });
});

test("a port that is taken ends the process, with one line", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  const child = await ProxyProcess.start(["--listen", `127.0.0.1:${port}`]).catch((error: Error) => error);
  expect(child).toMatchObject({
    message: expect.stringMatching(/^ended: ittybit-qa: Port \d+ .* is in use/),
  });
  taken.close();
});
