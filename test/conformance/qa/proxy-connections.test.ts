import { Peer } from "@ittybit/test-support/servers/raw-connection";
import { describe, expect, test } from "vitest";
import { chunk, get, ProxiedPeers, post } from "./proxied-peers.js";

const peers = new ProxiedPeers();

describe("informational responses", () => {
  test("a caller that waits for 100 Continue hears it from the upstream", async () => {
    const { client, api, head } = await peers.send(post("Content-Length: 4", "Expect: 100-continue"));
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
    const { client, api } = await peers.send(post("Content-Length: 4", "Expect: 100-continue"));
    api.write("HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n");
    expect(await client.until("\r\n\r\n")).toContain("417 Expectation Failed");
    expect(api.pending).toBe("");
  });

  test("103 passes at once, in its letter case, as often as it comes", async () => {
    const hints = "HTTP/1.1 103 Early Hints\r\nLINK: </a>; rel=preload\r\nLink: </b>; rel=preload\r\n\r\n";
    const { client, api, head } = await peers.exchange(hints);
    expect(head).toBe(hints);
    api.write(hints);
    expect(await client.until("\r\n\r\n")).toBe(hints);
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    expect(await client.until("\r\n\r\n")).toContain("200 OK");
  });
});

describe("an end before the end", () => {
  test("a caller that leaves before the response is seen to leave", async () => {
    const { client, api } = await peers.send(get());
    client.destroy();
    await api.ending();
  });

  test("a caller that leaves in the middle of an upload is seen to leave", async () => {
    const { client, api } = await peers.send(post("Content-Length: 100"), "abc");
    await api.bytes(3);
    client.reset();
    await api.ending();
  });

  test("a caller that leaves in the middle of a response is seen to leave", async () => {
    const { client, api } = await peers.exchange("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
    client.destroy();
    await api.ending();
  });

  test("an upstream that resets before the response resets the caller", async () => {
    const { client, api } = await peers.send(get());
    api.reset();
    expect(await client.ending()).toBe("reset");
  });

  test("an upstream that resets in the middle of a response resets the caller", async () => {
    const { client, api } = await peers.exchange("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
    await client.until("abc");
    api.reset();
    expect(await client.ending()).toBe("reset");
  });

  test("an upstream that closes in the middle of a response gives the caller what came, and no more", async () => {
    const { client, api } = await peers.exchange("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
    api.end();
    expect([await client.rest(), await client.ending()]).toEqual(["abc", "ended"]);
  });

  test("chunks that break off have no last chunk", async () => {
    const { client, api } = await peers.exchange(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n",
    );
    api.end();
    expect(await client.rest()).toBe("5\r\nfirst\r\n");
  });
});

describe("what is not passed on", () => {
  const responseTo = async (bytes: string) => {
    const client = await peers.caller();
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
    const before = peers.upstream.connections;
    const got = await responseTo(bytes);
    expect(got).toMatch(expected);
    expect(JSON.parse(got.slice(got.indexOf("\r\n\r\n") + 4))).toHaveProperty("error.message");
    expect(peers.upstream.connections).toBe(before);
  });

  test.each([
    ["another protocol", "SSH-2.0-OpenSSH\r\n\r\n"],
    ["another protocol, without an empty line", "220 mail.example.com\r\n"],
    ["a head with bare line feeds", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok"],
    ["a head with one bare line feed", "HTTP/1.1 200 OK\r\nContent-Length: 2\n\r\nok"],
  ])("a response that is not HTTP becomes a 502: %s", async (_, bytes) => {
    const { client, api } = await peers.send(get());
    api.write(bytes);
    expect(await client.until("}}")).toMatch(/^HTTP\/1\.1 502 .*its response is not valid HTTP/s);
  });

  test("a GET on a kept connection whose response is not HTTP is not sent again", async () => {
    const { client, api } = await peers.exchange("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    await client.until("ok");
    const before = peers.upstream.connections;
    client.write(get());
    await api.until("\r\n\r\n");
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok");
    expect(await client.until("}}")).toMatch(/^HTTP\/1\.1 502 .*two lengths/s);
    expect(peers.upstream.connections).toBe(before);
  });

  test("the wish for HTTP/2 is dropped, the request is not", async () => {
    const { head, api } = await peers.send(
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
    const { client, api } = await peers.send(get());
    const before = peers.upstream.connections;
    for (let index = 0; index < 5; index++) {
      api.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
      await client.until("ok");
      client.write(get(`X-Index: ${index}`));
      expect(await api.until("\r\n\r\n")).toContain(`X-Index: ${index}`);
    }
    api.write("HTTP/1.1 204 No Content\r\n\r\n");
    await client.until("\r\n\r\n");
    expect(peers.upstream.connections).toBe(before);
  });

  test("requests that are sent without waiting get responses in their order", async () => {
    const client = await peers.caller();
    client.write(get("X-Index: 0") + get("X-Index: 1") + get("X-Index: 2"));
    const apis = await Promise.all([peers.server(), peers.server(), peers.server()]);
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
    const { client, api } = await peers.exchange("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    await client.until("ok");
    client.write(get("X-Index: 1"));
    await api.until("X-Index: 1\r\n");
    api.reset();
    const again = await peers.server();
    expect(await again.until("\r\n\r\n")).toContain("X-Index: 1");
    again.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    expect(await client.until("ok")).toContain("200 OK");
  });

  test("a request that changes something waits for those before it, and those behind wait for it", async () => {
    const client = await peers.caller();
    client.write(`${get("X-Index: 0") + post("X-Index: 1", "Content-Length: 1")}b${get("X-Index: 2")}`);
    for (const index of [0, 1, 2]) {
      const api = await peers.server();
      expect(await api.until("\r\n\r\n")).toContain(`X-Index: ${index}`);
      expect(peers.upstream.idle).toBe(0);
      api.write(`HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\n${index}`);
      api.end();
      await client.until("\r\n\r\n");
      expect(String(await client.bytes(1))).toBe(String(index));
    }
  });

  test("HTTP/1.0 gets its response without chunks, to the end of the connection", async () => {
    const { client, api, head } = await peers.send("GET /media HTTP/1.0\r\nX-A: 1\r\n\r\n");
    expect(head).toContain("X-A: 1\r\n");
    api.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
    api.write(
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\n\r\n${chunk("body")}0\r\nX: 1\r\n\r\n`,
    );
    expect(await client.rest()).toBe("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nbody");
  });

  test("500 at once all get their own responses", async () => {
    const clients = await Promise.all(Array.from({ length: 500 }, () => Peer.connect(peers.proxy.port)));
    for (const [index, client] of clients.entries()) client.write(get(`X-Index: ${index}`));
    peers.upstream.serve(echo);
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
