import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { ProxyProcess } from "@ittybit/test-support/servers/proxy-process";
import { Peer, RawServer } from "@ittybit/test-support/servers/raw-connection";
import { RunningProxy } from "@ittybit/test-support/servers/running-proxy";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

let upstream: RawServer;
let proxy: RunningProxy;
const open: Peer[] = [];

beforeAll(async () => {
  upstream = await RawServer.start();
  proxy = await RunningProxy.start("--server", `http://127.0.0.1:${upstream.port}`, "--report", "json");
});
afterEach(() => {
  for (const peer of open.splice(0)) peer.destroy();
});
afterAll(async () => {
  await proxy.end();
  upstream.close();
});

async function kept(peer: Promise<Peer>): Promise<Peer> {
  open.push(await peer);
  return peer;
}

/** Sends a request and returns both ends, and the head that the upstream received. */
async function send(request: string) {
  const client = await kept(Peer.connect(proxy.port));
  client.write(request);
  const api = await kept(upstream.accept());
  return { client, api, head: await api.until("\r\n\r\n") };
}

/** Everything that the caller of a request gets until its connection ends. */
async function refused(request: string): Promise<string> {
  const before = upstream.connections;
  const client = await kept(Peer.connect(proxy.port));
  client.write(request);
  const response = await client.rest();
  expect(upstream.connections).toBe(before);
  return response;
}

/** A proxy of its own, ended with its report. */
async function reportOf(run: (port: number, upstream: RawServer) => Promise<void>) {
  const own = await RawServer.start();
  const running = await RunningProxy.start("--server", `http://127.0.0.1:${own.port}`, "--report", "json");
  await run(running.port, own);
  const { out, err } = await running.end();
  own.close();
  return { report: JSON.parse(out), err };
}

const get = (...lines: string[]) => ["GET /media HTTP/1.1", "Host: x", ...lines, "", ""].join("\r\n");
const post = (...lines: string[]) => ["POST /media HTTP/1.1", "Host: x", ...lines, "", ""].join("\r\n");

/** Every byte that a field value may have beyond ASCII (`obs-text`; RFC 9110, 5.5). */
const obsText = Array.from({ length: 0x80 }, (_, index) => String.fromCharCode(0x80 + index)).join("");

describe("bytes from 0x80 in a field value stay as they are", () => {
  test("up, when the body comes in a later packet", async () => {
    const { client, api, head } = await send(post(`X-Name: ${obsText}`, "Content-Length: 4"));
    expect(head).toContain(`X-Name: ${obsText}\r\n`);
    client.write("body");
    expect(String(await api.bytes(4))).toBe("body");
  });

  test("up, when the body comes in the same packet", async () => {
    const { head } = await send(`${post(`X-Name: ${obsText}`, "Content-Length: 4")}body`);
    expect(head).toContain(`X-Name: ${obsText}\r\n`);
  });

  test.each(["Content-Length: 4", "Transfer-Encoding: chunked", "X-Framing: none"])(
    "down, when the body comes in a later packet: %s",
    async (framing) => {
      const { client, api } = await send(get());
      api.write(`HTTP/1.1 200 Caf\xe9\r\nX-Name: ${obsText}\r\n${framing}\r\n\r\n`);
      const head = await client.until("\r\n\r\n");
      expect(head).toContain("HTTP/1.1 200 Caf\xe9\r\n");
      expect(head).toContain(`X-Name: ${obsText}\r\n`);
    },
  );

  test("down, in an informational response", async () => {
    const { client, api } = await send(get());
    api.write(`HTTP/1.1 103 Early Hints\r\nX-Name: ${obsText}\r\n\r\n`);
    expect(await client.until("\r\n\r\n")).toContain(`X-Name: ${obsText}\r\n`);
  });
});

describe("a body that must not be", () => {
  test.each([
    ["204", "GET", "HTTP/1.1 204 No Content\r\nX-A: 1\r\n\r\n"],
    ["304", "GET", 'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'],
    ["HEAD", "HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n"],
  ])("after %s in the same packet: the response passes, the body is reported", async (_, method, head) => {
    const { report } = await reportOf(async (port, own) => {
      const client = await kept(Peer.connect(port));
      client.write(get("Authorization: Bearer key").replace("GET", method));
      const api = await kept(own.accept());
      await api.until("\r\n\r\n");
      api.write(`${head}{"data":null}`);
      expect(await client.until("\r\n\r\n")).toBe(head);
      client.end();
      await client.rest();
    });
    expect(report.exchanges).toMatchObject({ read: 1, checked: 1, unanswered: 0 });
    expect(report.findings.map(({ code }: { code: string }) => code)).toContain("body-unexpected");
  });

  test("bytes after a complete response: it passes, and the user is told", async () => {
    const { report, err } = await reportOf(async (port, own) => {
      const client = await kept(Peer.connect(port));
      client.write(get());
      const api = await kept(own.accept());
      await api.until("\r\n\r\n");
      api.write("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nnogarbage");
      expect(await client.until("no")).toContain("404");
      client.end();
      expect(await client.rest()).toBe("");
    });
    expect(report.exchanges).toMatchObject({ read: 1, checked: 1 });
    expect(err).toMatch(/http:\/\/127\.0\.0\.1:\d+ sent bytes after the end of a response\.\n/);
  });

  test("bytes on an idle connection never become the response to the next request", async () => {
    const { client, api } = await send(get());
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    await client.until("ok");
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
    await api.ending();
    client.write(get());
    const next = await kept(upstream.accept());
    await next.until("\r\n\r\n");
    next.write("HTTP/1.1 204 Good\r\n\r\n");
    expect(await client.until("\r\n\r\n")).toBe("HTTP/1.1 204 Good\r\n\r\n");
  });
});

describe("a response with the same Content-Length twice", () => {
  test.each([
    ["in two fields", "Content-Length: 2\r\nX-A: 1\r\ncontent-length: 2"],
    ["in one field", "Content-Length: 2, 2\r\nX-A: 1"],
  ])("%s passes with it once, and the user is told", async (_, fields) => {
    const { err } = await reportOf(async (port, own) => {
      const client = await kept(Peer.connect(port));
      client.write(get());
      const api = await kept(own.accept());
      await api.until("\r\n\r\n");
      const head = `HTTP/1.1 200 OK\r\n${fields}\r\n\r\n`;
      api.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
      for (const byte of head) api.write(byte);
      api.write("ok");
      expect(await client.until("ok")).toBe(
        "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: 1\r\n\r\nok",
      );
    });
    expect(err).toContain("sent the same Content-Length more than once.");
  });

  test("but different values becomes a 502", async () => {
    const { client, api } = await send(get());
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc");
    expect(await client.until("}}")).toMatch(/^HTTP\/1\.1 502 .*two lengths/s);
  });
});

describe("a request", () => {
  test("of HTTP/1.0 without Host reaches the upstream with one", async () => {
    const { client, api, head } = await send("GET /media HTTP/1.0\r\nX-A: 1\r\n\r\n");
    expect(head).toMatch(
      new RegExp(`^GET /media HTTP/1\\.1\\r\\nHost: 127\\.0\\.0\\.1:${upstream.port}\\r\\nX-A: 1\\r\\n`),
    );
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    expect(await client.rest()).toContain("\r\n\r\nok");
  });

  test.each([
    ["with two Host fields", get("Host: y"), 400, /2 Host fields/],
    ["with two equal Host fields", get("Host: x"), 400, /2 Host fields/],
    ["of HTTP/1.1 without Host", "GET /media HTTP/1.1\r\n\r\n", 400, /no Host field/],
    ["with an unknown transfer coding", post("Transfer-Encoding: gzip, chunked"), 501, /transfer coding/],
    ["with chunked twice", post("Transfer-Encoding: chunked, chunked"), 400, /not an HTTP request/],
    [
      "with a transfer coding in a second field",
      post("Transfer-Encoding: x", "Transfer-Encoding: chunked"),
      501,
      /transfer coding/,
    ],
    ["with an unknown transfer coding alone", post("Transfer-Encoding: gzip"), 501, /transfer coding/],
    ["with two lengths", post("Content-Length: 1", "Content-Length: 2"), 400, /Content-Length/],
    ["with the same length twice", post("Content-Length: 1", "Content-Length: 1"), 400, /Content-Length/],
    [
      "with raw bytes in its target",
      "GET /caf\xc3\xa9 HTTP/1.1\r\nHost: x\r\n\r\n",
      400,
      /not an HTTP request/,
    ],
  ])("%s is refused before anything reaches the upstream", async (_, request, status, message) => {
    const response = await refused(request);
    expect(response).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(JSON.parse(response.slice(response.indexOf("\r\n\r\n") + 4)).error.message).toMatch(message);
  });

  test("keeps the fields that the contract describes, even if Connection names them", async () => {
    const { head, client, api } = await send(
      get(
        "Connection: Authorization, ittybit-version, Content-Type, X-Mine",
        ...["Authorization: Bearer k", "Ittybit-Version: 2024-03-21", "Content-Type: a/b", "X-Mine: 1"],
      ),
    );
    expect(head).toContain("Authorization: Bearer k\r\nIttybit-Version: 2024-03-21\r\nContent-Type: a/b\r\n");
    expect(head).not.toContain("X-Mine");
    api.write(
      "HTTP/1.1 204 No\r\nConnection: Ittybit-Version, X-Own\r\nIttybit-Version: 1\r\nX-Own: 1\r\n\r\n",
    );
    expect(await client.until("\r\n\r\n")).toBe("HTTP/1.1 204 No\r\nIttybit-Version: 1\r\n\r\n");
  });

  test("with 200 KB of URL does not fill the terminal", async () => {
    const { err } = await reportOf(async (port, own) => {
      const client = await kept(Peer.connect(port));
      client.write(get().replace("/media", `/nowhere?q=${"x".repeat(200_000)}`));
      const api = await kept(own.accept());
      await api.until("\r\n\r\n");
      api.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
      await client.until("\r\n\r\n");
    });
    expect(err).toMatch(/xxx… \(\d+ more characters\)\n/);
    expect(err.length).toBeLessThan(3_000);
  });

  test("of HTTP/2 with prior knowledge is refused, in one line on the terminal", async () => {
    const response = await refused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\x12\x04\0\0\0\0\0");
    expect(response).toMatch(/^HTTP\/1\.1 505 /);
    await refused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    expect(proxy.err.match(/This proxy serves HTTP\/1\.1, and was sent HTTP\/2/g)).toHaveLength(1);
  });
});

describe("garbage after a request", () => {
  test("is refused after the response, not within it", async () => {
    const { client, api } = await send(`${get()}\0\0garbage\r\n\r\n`);
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
    await client.until("first");
    api.write("-last");
    expect(await client.until("-last")).toBe("-last");
    expect(await client.rest()).toMatch(/^HTTP\/1\.1 400 .*not an HTTP request/s);
  });

  test("in a later packet is refused after the response too", async () => {
    const { client, api } = await send(get());
    client.write("garbage\r\n\r\n");
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole");
    expect(await client.until("whole")).toContain("200 OK");
    expect(await client.rest()).toMatch(/^HTTP\/1\.1 400 /);
  });

  test("within a chunked body is refused at once, and the upstream sees the request end early", async () => {
    const { client, api } = await send(post("Transfer-Encoding: chunked"));
    client.write("zz\r\n");
    expect(await client.rest()).toMatch(/^HTTP\/1\.1 400 /);
    await api.ending();
  });
});

describe("another protocol", () => {
  test("passes untouched both ways, in any bytes, and is counted", async () => {
    const { report } = await reportOf(async (port, own) => {
      const client = await kept(Peer.connect(port));
      const head = [
        "GET /media/live?a=%zz HTTP/1.1",
        "host: x",
        "CONNECTION: keep-alive, Upgrade",
        "upgrade: WebSocket",
        `X-Name: ${obsText}`,
        "Sec-WebSocket-Key: AAAA",
        "",
        "",
      ].join("\r\n");
      client.write(`${head}early \xff\0`);
      const api = await kept(own.accept());
      expect(await api.until("\r\n\r\n")).toBe(head.replace("host: x", `host: 127.0.0.1:${own.port}`));
      expect(await api.until("\0")).toBe("early \xff\0");
      const switching =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\x81\x02hi";
      api.write(switching);
      expect(await client.until("\x02hi")).toBe(switching);
      client.write("\x88\x80\0\0\0\0");
      expect(await api.until("\0\0\0\0")).toBe("\x88\x80\0\0\0\0");
      api.end();
      expect(await client.ending()).toBe("ended");
    });
    expect(report.exchanges).toMatchObject({ read: 1, checked: 0, upgraded: 1 });
  });

  test("that the upstream refuses passes as a response", async () => {
    const { client, api } = await send(get("Connection: Upgrade", "Upgrade: websocket"));
    const response = "HTTP/1.1 426 Upgrade Required\r\nContent-Length: 2\r\n\r\nno";
    api.write(response);
    expect(await client.until("\r\n\r\nno")).toBe(response);
  });

  test("ends with a reset when the upstream resets", async () => {
    const { client, api } = await send(get("Connection: Upgrade", "Upgrade: websocket"));
    api.write("HTTP/1.1 101 Go\r\n\r\n");
    await client.until("\r\n\r\n");
    api.reset();
    expect(await client.ending()).toBe("reset");
  });

  test.each([
    ["with Upgrade", "Connection: Upgrade\r\nUpgrade: websocket\r\n"],
    ["without Upgrade", ""],
  ])("that nobody asked for (101 %s) becomes a 502", async (_, fields) => {
    const { client, api } = await send(get());
    api.write(`HTTP/1.1 101 Switching Protocols\r\n${fields}\r\nbytes`);
    expect(await client.until("}}")).toMatch(/^HTTP\/1\.1 502 .*it switched protocols unasked/s);
  });

  test("to an upstream that nobody serves becomes a 502", async () => {
    const port = await closedPort();
    const running = await RunningProxy.start("--server", `http://127.0.0.1:${port}`);
    const client = await kept(Peer.connect(running.port));
    client.write(get("Connection: Upgrade", "Upgrade: websocket"));
    expect(await client.rest()).toMatch(/^HTTP\/1\.1 502 .*nothing listens there/s);
    await running.end();
  });
});

async function closedPort(): Promise<number> {
  const server = createTcpServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

test("a port that is taken ends the process, with one line", async () => {
  const taken: Server = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  const child = await ProxyProcess.start(["--listen", `127.0.0.1:${port}`]).catch((error: Error) => error);
  expect(child).toMatchObject({
    message: expect.stringMatching(/^ended: ittybit-qa: Port \d+ .* is in use/),
  });
  taken.close();
});
