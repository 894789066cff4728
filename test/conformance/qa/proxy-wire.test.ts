import { createHash, randomBytes } from "node:crypto";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { chunk, get, ProxiedPeers, post } from "./proxied-peers.js";

const peers = new ProxiedPeers();
const hash = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

describe("the head of a request", () => {
  test("passes in order, letter case and repetition; Host and Connection are the proxy's own", async () => {
    const { head } = await peers.send(
      get("x-B: 2", "X-a: 1", "x-b: 3", "ACCEPT: */*", "X-a: 1", "Via: 1.1 somebody", "Empty:"),
    );
    expect(head).toBe(
      [
        "GET /media HTTP/1.1",
        `Host: 127.0.0.1:${peers.upstream.port}`,
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
    const { head } = await peers.send(`GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(head.split("\r\n")[0]).toBe(`GET ${target} HTTP/1.1`);
  });

  test("passes bytes beyond ASCII in a value", async () => {
    const { head } = await peers.send(get("X-Name: caf\xc3\xa9 \xe9"));
    expect(head).toContain("X-Name: caf\xc3\xa9 \xe9\r\n");
  });

  test("passes 100 KB of cookies", async () => {
    const cookies = `Cookie: big=${"x".repeat(100_000)}; a=b`;
    expect((await peers.send(get(cookies))).head).toContain(`${cookies}\r\n`);
  });

  test("loses what is meant for one connection, and what Connection names", async () => {
    const { head } = await peers.send(
      get(
        ...["Connection: keep-alive, X-Mine", "X-Mine: 1", "Keep-Alive: timeout=1", "Proxy-Connection: x"],
        ...["TE: gzip", "Upgrade: h2c", "X-Other: 2"],
      ),
    );
    expect(head).toMatch(/^GET.*\r\nHost: .*\r\nX-Other: 2\r\nConnection: keep-alive\r\n\r\n$/);
  });

  test("a POST without a body gets none, and no framing", async () => {
    const { head } = await peers.send(post("X-A: 1", "X-a: 2"));
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
    const { client, head: got } = await peers.exchange(`${head}ok`);
    expect(got).toBe(head);
    expect(String(await client.bytes(2))).toBe("ok");
  });

  test.each([
    ["an empty reason", "HTTP/1.1 200 "],
    ["a status of nobody", "HTTP/1.1 599 Odd"],
  ])("%s passes", async (_, line) => {
    expect((await peers.exchange(`${line}\r\nContent-Length: 0\r\n\r\n`)).head).toBe(
      `${line}\r\nContent-Length: 0\r\n\r\n`,
    );
  });

  test("a 302 is not followed, its Location not changed", async () => {
    const head =
      "HTTP/1.1 302 Found\r\nLocation: https://api.ittybit.com/media/../x?a=%2f\r\nContent-Length: 0\r\n\r\n";
    expect((await peers.exchange(head)).head).toBe(head);
  });

  test.each(["204 No Content", "304 Not Modified"])("after a %s the connection goes on", async (status) => {
    const { client, api, head } = await peers.exchange(`HTTP/1.1 ${status}\r\nETag: "1"\r\n\r\n`);
    expect(head).toBe(`HTTP/1.1 ${status}\r\nETag: "1"\r\n\r\n`);
    client.write(get());
    await api.until("\r\n\r\n");
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    expect(await client.until("\r\n\r\n")).toContain("200 OK");
  });

  test("HEAD gets the length and no body, and the connection goes on", async () => {
    const head = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
    const { client, api, head: got } = await peers.exchange(head, get().replace("GET", "HEAD"));
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
    const { api } = await peers.send(post(`Content-Length: ${bytes.length}`), bytes);
    expect(hash(await api.bytes(bytes.length))).toBe(hash(bytes));
  });

  test("passes down: 3 MB of any bytes", async () => {
    const { client, api } = await peers.exchange(
      `HTTP/1.1 200 OK\r\nContent-Length: ${bytes.length}\r\n\r\n`,
    );
    api.write(bytes);
    expect(hash(await client.bytes(bytes.length))).toBe(hash(bytes));
  });

  test.each([
    ["gzip", gzipSync("compressed")],
    ["br", brotliCompressSync("compressed")],
    ["gzip, but it is not", Buffer.from("plain")],
  ])("stays as it is coded: %s", async (coding, body) => {
    const head = `HTTP/1.1 200 OK\r\nContent-Encoding: ${coding.split(",")[0]}\r\nContent-Length: ${body.length}\r\n\r\n`;
    const { client, api, head: got } = await peers.exchange(head);
    expect(got).toBe(head);
    api.write(body);
    expect(hash(await client.bytes(body.length))).toBe(hash(body));
  });

  test("in chunks passes up in chunks, with its trailers", async () => {
    const { client, api, head } = await peers.send(
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
    const { client, api, head: got } = await peers.exchange(head);
    expect(got).toBe(head);
    api.write(chunk("first"));
    expect(await client.until("first\r\n")).toBe("5\r\nfirst\r\n");
    api.write(`${chunk("second")}0\r\nX-Sum: 1\r\n\r\n`);
    expect(await client.until("X-Sum: 1\r\n\r\n")).toBe("6\r\nsecond\r\n0\r\nX-Sum: 1\r\n\r\n");
  });

  test("of a GET passes", async () => {
    const { api } = await peers.send(get("Content-Length: 4"), "body");
    expect(String(await api.bytes(4))).toBe("body");
  });

  test("that ends with its connection passes as one", async () => {
    const { client, api, head } = await peers.exchange("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
    expect(head).toBe("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n");
    api.write("until the end");
    api.end();
    expect(await client.rest()).toBe("until the end");
  });
});

describe("at once", () => {
  test("each event of a stream arrives while the upstream holds the rest", async () => {
    const { client, api } = await peers.exchange(
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n",
    );
    for (const event of ["data: 1\n\n", "data: 2\n\n", "data: 3\n\n"]) {
      api.write(chunk(event));
      expect(await client.until("\n\n\r\n")).toBe(chunk(event));
    }
  });

  test("the head arrives before any body", async () => {
    expect((await peers.exchange("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")).head).toContain("200");
  });

  test("each piece of an upload arrives while the caller holds the rest", async () => {
    const { client, api } = await peers.send(post("Content-Length: 6"));
    for (const piece of ["ab", "cd", "ef"]) {
      client.write(piece);
      expect(String(await api.bytes(2))).toBe(piece);
    }
  });

  test("a response that comes before the upload has ended arrives, and the upload goes on", async () => {
    const { client, api } = await peers.send(post("Content-Length: 6"), "abc");
    expect(String(await api.bytes(3))).toBe("abc");
    api.write("HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n");
    expect(await client.until("\r\n\r\n")).toContain("413");
    client.write("def");
    expect(String(await api.bytes(3))).toBe("def");
  });
});
