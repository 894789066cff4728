import { createHash, randomBytes } from "node:crypto";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { Peer, RawServer } from "@ittybit/test-support/servers/raw-connection";
import { RunningProxy } from "@ittybit/test-support/servers/running-proxy";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

let upstream: RawServer;
let proxy: RunningProxy;
const open: Peer[] = [];

beforeAll(async () => {
  upstream = await RawServer.start();
  proxy = await RunningProxy.start("--server", `http://127.0.0.1:${upstream.port}`);
});
afterEach(() => {
  for (const peer of open.splice(0)) peer.destroy();
});
afterAll(async () => {
  await proxy.end();
  upstream.close();
});

const caller = () => kept(Peer.connect(proxy.port));
const server = () => kept(upstream.accept());

async function kept(peer: Promise<Peer>): Promise<Peer> {
  open.push(await peer);
  return peer;
}

/** Sends a request and gives what the upstream got of its head, with both ends. */
async function asked(head: string, body: string | Uint8Array = "") {
  const client = await caller();
  client.write(head);
  client.write(body);
  const api = await server();
  return { client, api, head: await api.until("\r\n\r\n") };
}

/** What a caller gets for the bytes of a response. */
async function exchange(bytes: string | Uint8Array, request = get()) {
  const { client, api } = await asked(request);
  api.write(bytes);
  return { client, api, head: await client.until("\r\n\r\n") };
}

const get = (...lines: string[]) => ["GET /media HTTP/1.1", "Host: 127.0.0.1", ...lines, "", ""].join("\r\n");
const post = (...lines: string[]) =>
  ["POST /media HTTP/1.1", "Host: 127.0.0.1", ...lines, "", ""].join("\r\n");
const hash = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");
const chunk = (bytes: string) => `${bytes.length.toString(16)}\r\n${bytes}\r\n`;

describe("the head of a request", () => {
  test("passes in order, letter case and repetition; Host and Connection are the proxy's own", async () => {
    const { head } = await asked(
      get("x-B: 2", "X-a: 1", "x-b: 3", "ACCEPT: */*", "X-a: 1", "Via: 1.1 somebody", "Empty:"),
    );
    expect(head).toBe(
      [
        "GET /media HTTP/1.1",
        `Host: 127.0.0.1:${upstream.port}`,
        ...["x-B: 2", "X-a: 1", "x-b: 3", "ACCEPT: */*", "X-a: 1", "Via: 1.1 somebody", "Empty: "],
        "Connection: keep-alive",
        "",
        "",
      ].join("\r\n"),
    );
  });

  test.each([
    "/media?a=1&a=2&&=&b",
    "/media/%2e%2E/%2F%zz%?q=%C3%A9+%20+%u1234",
    "//media//;p=1/./../x?y#",
    "/media?next=https://api.ittybit.com/media?page=2",
  ])("passes the target %s as it is", async (target) => {
    const { head } = await asked(`GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(head.split("\r\n")[0]).toBe(`GET ${target} HTTP/1.1`);
  });

  test("passes bytes beyond ASCII in a value", async () => {
    const { head } = await asked(get("X-Name: caf\xc3\xa9 \xe9"));
    expect(head).toContain("X-Name: caf\xc3\xa9 \xe9\r\n");
  });

  test("passes 100 KB of cookies", async () => {
    const cookies = `Cookie: big=${"x".repeat(100_000)}; a=b`;
    expect((await asked(get(cookies))).head).toContain(`${cookies}\r\n`);
  });

  test("loses what is meant for one connection, and what Connection names", async () => {
    const { head } = await asked(
      get(
        ...["Connection: keep-alive, X-Mine", "X-Mine: 1", "Keep-Alive: timeout=1", "Proxy-Connection: x"],
        ...["TE: gzip", "Upgrade: h2c", "X-Other: 2"],
      ),
    );
    expect(head).toMatch(/^GET.*\r\nHost: .*\r\nX-Other: 2\r\nConnection: keep-alive\r\n\r\n$/);
  });

  test("a POST without a body gets none, and no framing", async () => {
    const { head } = await asked(post("X-A: 1", "X-a: 2"));
    expect(head).toMatch(/^POST.*\r\nHost: .*\r\nX-A: 1\r\nX-A: 2\r\n(?:Connection: \S+\r\n)?\r\n$/i);
    expect(head).not.toMatch(/content-length|transfer-encoding/i);
  });
});

describe("the head of a response", () => {
  test("passes whole: status, reason, order, letter case, repetition", async () => {
    const head = [
      "HTTP/1.1 299 Rather  Fine",
      ...["x-B: 2", "X-a: 1", "x-b: 3", "SET-COOKIE: a=1", "set-cookie: b=2; Path=/", "Set-Cookie: a=3"],
      ...["Via: 1.1 cdn", "X-Name: caf\xc3\xa9", "content-LENGTH: 2"],
      "",
      "",
    ].join("\r\n");
    const { client, head: got } = await exchange(`${head}ok`);
    expect(got).toBe(head);
    expect(String(await client.bytes(2))).toBe("ok");
  });

  test.each([
    ["an empty reason", "HTTP/1.1 200 "],
    ["a status of nobody", "HTTP/1.1 599 Odd"],
  ])("%s passes", async (_, line) => {
    expect((await exchange(`${line}\r\nContent-Length: 0\r\n\r\n`)).head).toBe(
      `${line}\r\nContent-Length: 0\r\n\r\n`,
    );
  });

  test("a 302 is not followed, its Location not changed", async () => {
    const head =
      "HTTP/1.1 302 Found\r\nLocation: https://api.ittybit.com/media/../x?a=%2f\r\nContent-Length: 0\r\n\r\n";
    expect((await exchange(head)).head).toBe(head);
  });

  test.each(["204 No Content", "304 Not Modified"])("after a %s the connection goes on", async (status) => {
    const { client, api, head } = await exchange(`HTTP/1.1 ${status}\r\nETag: "1"\r\n\r\n`);
    expect(head).toBe(`HTTP/1.1 ${status}\r\nETag: "1"\r\n\r\n`);
    client.write(get());
    await api.until("\r\n\r\n");
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    expect(await client.until("\r\n\r\n")).toContain("200 OK");
  });

  test("HEAD gets the length and no body, and the connection goes on", async () => {
    const head = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
    const { client, api, head: got } = await exchange(head, get().replace("GET", "HEAD"));
    expect(got).toBe(head);
    client.write(get());
    await api.until("\r\n\r\n");
    api.write("HTTP/1.1 204 Next\r\n\r\n");
    expect(await client.until("\r\n\r\n")).toBe("HTTP/1.1 204 Next\r\n\r\n");
  });
});

describe("a body", () => {
  const bytes = randomBytes(3_000_000);

  test("passes up: 3 MB of any bytes", async () => {
    const { api } = await asked(post(`Content-Length: ${bytes.length}`), bytes);
    expect(hash(await api.bytes(bytes.length))).toBe(hash(bytes));
  });

  test("passes down: 3 MB of any bytes", async () => {
    const { client, api } = await exchange(`HTTP/1.1 200 OK\r\nContent-Length: ${bytes.length}\r\n\r\n`);
    api.write(bytes);
    expect(hash(await client.bytes(bytes.length))).toBe(hash(bytes));
  });

  test.each([
    ["gzip", gzipSync("compressed")],
    ["br", brotliCompressSync("compressed")],
    ["gzip, but it is not", Buffer.from("plain")],
  ])("stays as it is coded: %s", async (coding, body) => {
    const head = `HTTP/1.1 200 OK\r\nContent-Encoding: ${coding.split(",")[0]}\r\nContent-Length: ${body.length}\r\n\r\n`;
    const { client, api, head: got } = await exchange(head);
    expect(got).toBe(head);
    api.write(body);
    expect(hash(await client.bytes(body.length))).toBe(hash(body));
  });

  test("in chunks passes up in chunks, with its trailers", async () => {
    const { client, api, head } = await asked(
      post("Transfer-Encoding: chunked", "Trailer: X-Sum", "TE: trailers"),
    );
    expect(head).toContain("Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\n");
    expect(head).toContain("TE: trailers\r\n");
    client.write(chunk("first"));
    expect(await api.until("first\r\n")).toBe("5\r\nfirst\r\n");
    client.write(`${chunk("second")}0\r\nX-Sum: 1\r\nx-sum: 2\r\n\r\n`);
    expect(await api.until("\r\n\r\n")).toBe("6\r\nsecond\r\n0\r\nX-Sum: 1\r\nx-sum: 2\r\n\r\n");
  });

  test("in chunks passes down in chunks, with its trailers", async () => {
    const head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n";
    const { client, api, head: got } = await exchange(head);
    expect(got).toBe(head);
    api.write(chunk("first"));
    expect(await client.until("first\r\n")).toBe("5\r\nfirst\r\n");
    api.write(`${chunk("second")}0\r\nX-Sum: 1\r\n\r\n`);
    expect(await client.until("X-Sum: 1\r\n\r\n")).toBe("6\r\nsecond\r\n0\r\nX-Sum: 1\r\n\r\n");
  });

  test("of a GET passes", async () => {
    const { api } = await asked(get("Content-Length: 4"), "body");
    expect(String(await api.bytes(4))).toBe("body");
  });

  test("that ends with its connection passes as one", async () => {
    const { client, api, head } = await exchange("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
    expect(head).toBe("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n");
    api.write("until the end");
    api.end();
    expect(await client.rest()).toBe("until the end");
  });
});

describe("at once", () => {
  test("each event of a stream arrives while the upstream holds the rest", async () => {
    const { client, api } = await exchange(
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n",
    );
    for (const event of ["data: 1\n\n", "data: 2\n\n", "data: 3\n\n"]) {
      api.write(chunk(event));
      expect(await client.until("\n\n\r\n")).toBe(chunk(event));
    }
  });

  test("the head arrives before any body", async () => {
    expect((await exchange("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")).head).toContain("200");
  });

  test("each piece of an upload arrives while the caller holds the rest", async () => {
    const { client, api } = await asked(post("Content-Length: 6"));
    for (const piece of ["ab", "cd", "ef"]) {
      client.write(piece);
      expect(String(await api.bytes(2))).toBe(piece);
    }
  });

  test("a response that comes before the upload has ended arrives, and the upload goes on", async () => {
    const { client, api } = await asked(post("Content-Length: 6"), "abc");
    expect(String(await api.bytes(3))).toBe("abc");
    api.write("HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n");
    expect(await client.until("\r\n\r\n")).toContain("413");
    client.write("def");
    expect(String(await api.bytes(3))).toBe("def");
  });
});

describe("informational responses", () => {
  test("a caller that waits for 100 Continue hears it from the upstream", async () => {
    const { client, api, head } = await asked(post("Content-Length: 4", "Expect: 100-continue"));
    expect(head).toContain("Expect: 100-continue\r\n");
    expect(client.pending).toBe("");
    api.write("HTTP/1.1 100 Continue\r\n\r\n");
    expect(await client.until("\r\n\r\n")).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    client.write("body");
    expect(String(await api.bytes(4))).toBe("body");
    api.write("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
    expect(await client.until("\r\n\r\n")).toContain("201 Created");
  });

  test("a caller that is refused instead hears that, and sends no body", async () => {
    const { client, api } = await asked(post("Content-Length: 4", "Expect: 100-continue"));
    api.write("HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n");
    expect(await client.until("\r\n\r\n")).toContain("417 Expectation Failed");
    expect(api.pending).toBe("");
  });

  test("103 passes at once, in its letter case, as often as it comes", async () => {
    const hints = "HTTP/1.1 103 Early Hints\r\nLINK: </a>; rel=preload\r\nLink: </b>; rel=preload\r\n\r\n";
    const { client, api, head } = await exchange(hints);
    expect(head).toBe(hints);
    api.write(hints);
    expect(await client.until("\r\n\r\n")).toBe(hints);
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    expect(await client.until("\r\n\r\n")).toContain("200 OK");
  });
});

describe("an end before the end", () => {
  test("a caller that leaves before the response is seen to leave", async () => {
    const { client, api } = await asked(get());
    client.destroy();
    await api.ending();
  });

  test("a caller that leaves in the middle of an upload is seen to leave", async () => {
    const { client, api } = await asked(post("Content-Length: 100"), "abc");
    await api.bytes(3);
    client.reset();
    await api.ending();
  });

  test("a caller that leaves in the middle of a response is seen to leave", async () => {
    const { client, api } = await exchange("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
    client.destroy();
    await api.ending();
  });

  test("an upstream that resets before the response resets the caller", async () => {
    const { client, api } = await asked(get());
    api.reset();
    expect(await client.ending()).toBe("reset");
  });

  test("an upstream that resets in the middle of a response resets the caller", async () => {
    const { client, api } = await exchange("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
    await client.until("abc");
    api.reset();
    expect(await client.ending()).toBe("reset");
  });

  test("an upstream that closes in the middle of a response gives the caller what came, and no more", async () => {
    const { client, api } = await exchange("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
    api.end();
    expect([await client.rest(), await client.ending()]).toEqual(["abc", "ended"]);
  });

  test("chunks that break off have no last chunk", async () => {
    const { client, api } = await exchange(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n",
    );
    api.end();
    expect(await client.rest()).toBe("5\r\nfirst\r\n");
  });
});

describe("what is not passed on", () => {
  const responseTo = async (bytes: string) => {
    const client = await caller();
    client.write(bytes);
    return client.rest();
  };

  test.each([
    ["bytes that are no request", "nonsense\r\n\r\n", /^HTTP\/1\.1 400 .*not an HTTP request/s],
    [
      "a request that frames its body twice",
      post("Content-Length: 1", "Transfer-Encoding: chunked"),
      /^HTTP\/1\.1 400 /,
    ],
    ["a head without end", `GET / HTTP/1.1\r\nX: ${"x".repeat(300_000)}`, /^HTTP\/1\.1 431 .*longer than/s],
    ["a tunnel", "CONNECT api.ittybit.com:443 HTTP/1.1\r\nHost: x\r\n\r\n", /^HTTP\/1\.1 501 .*no tunnels/s],
  ])("%s gets an error response in the envelope", async (_, bytes, expected) => {
    const before = upstream.connections;
    const got = await responseTo(bytes);
    expect(got).toMatch(expected);
    expect(JSON.parse(got.slice(got.indexOf("\r\n\r\n") + 4))).toHaveProperty("error.message");
    expect(upstream.connections).toBe(before);
  });

  test("a response that is not HTTP becomes a 502", async () => {
    const { client, api } = await asked(get());
    api.write("SSH-2.0-OpenSSH\r\n\r\n");
    expect(await client.until("}}")).toMatch(/^HTTP\/1\.1 502 .*its response is not valid HTTP/s);
  });

  test("the wish for HTTP/2 is dropped, the request is not", async () => {
    const { head, api } = await asked(
      post("Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAM", "Content-Length: 4"),
      "body",
    );
    expect(head).toMatch(/^POST \/media HTTP\/1\.1\r\n/);
    expect(head).not.toMatch(/upgrade|http2/i);
    expect(String(await api.bytes(4))).toBe("body");
  });
});

describe("connections", () => {
  test("one of the caller carries many requests, and one to the upstream as well", async () => {
    const { client, api } = await asked(get());
    const before = upstream.connections;
    for (let index = 0; index < 5; index++) {
      api.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
      await client.until("ok");
      client.write(get(`X-Index: ${index}`));
      expect(await api.until("\r\n\r\n")).toContain(`X-Index: ${index}`);
    }
    api.write("HTTP/1.1 204 No Content\r\n\r\n");
    await client.until("\r\n\r\n");
    expect(upstream.connections).toBe(before);
  });

  test("requests that are sent without waiting get responses in their order", async () => {
    const client = await caller();
    client.write(get("X-Index: 0") + get("X-Index: 1") + get("X-Index: 2"));
    const apis = await Promise.all([server(), server(), server()]);
    for (const api of apis.reverse()) {
      const [, index] = /X-Index: (\d)/.exec(await api.until("\r\n\r\n")) ?? [];
      api.write(`HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n${index}`);
    }
    for (const index of ["0", "1", "2"]) {
      await client.until("\r\n\r\n");
      expect(String(await client.bytes(1))).toBe(index);
    }
  });

  test("a GET on a kept connection that was closed meanwhile is sent again", async () => {
    const { client, api } = await exchange("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    await client.until("ok");
    client.write(get("X-Index: 1"));
    await api.until("X-Index: 1\r\n");
    api.reset();
    const again = await server();
    expect(await again.until("\r\n\r\n")).toContain("X-Index: 1");
    again.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    expect(await client.until("ok")).toContain("200 OK");
  });

  test("a request that changes something waits for those before it, and those behind wait for it", async () => {
    const client = await caller();
    client.write(`${get("X-Index: 0") + post("X-Index: 1", "Content-Length: 1")}b${get("X-Index: 2")}`);
    for (const index of [0, 1, 2]) {
      const api = await server();
      expect(await api.until("\r\n\r\n")).toContain(`X-Index: ${index}`);
      expect(upstream.idle).toBe(0);
      api.write(`HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\n${index}`);
      api.end();
      await client.until("\r\n\r\n");
      expect(String(await client.bytes(1))).toBe(String(index));
    }
  });

  test("HTTP/1.0 gets its response without chunks, to the end of the connection", async () => {
    const { client, api, head } = await asked("GET /media HTTP/1.0\r\nX-A: 1\r\n\r\n");
    expect(head).toContain("X-A: 1\r\n");
    api.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
    api.write(
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\n\r\n${chunk("body")}0\r\nX: 1\r\n\r\n`,
    );
    expect(await client.rest()).toBe("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nbody");
  });

  test("500 at once all get their own responses", async () => {
    const clients = await Promise.all(Array.from({ length: 500 }, () => Peer.connect(proxy.port)));
    for (const [index, client] of clients.entries()) client.write(get(`X-Index: ${index}`));
    upstream.serve(echo);
    for (const [index, client] of clients.entries()) {
      expect(await client.until("\r\n\r\n")).toContain(`X-Index: ${index}\r\n`);
      expect(String(await client.bytes(String(index).length))).toBe(String(index));
      client.destroy();
    }
  });
});

/** Responds to every request on a connection with its own X-Index. */
async function echo(api: Peer): Promise<void> {
  for (;;) {
    const [, index = ""] = /X-Index: (\d+)/.exec(await api.until("\r\n\r\n")) ?? [];
    api.write(`HTTP/1.1 200 OK\r\nX-Index: ${index}\r\nContent-Length: ${index.length}\r\n\r\n${index}`);
  }
}
