import { Peer } from "@ittybit/test-support/servers/raw-connection";
import { describe, expect, test } from "vitest";
import { get, obsText, ProxiedPeers, post, reportOf } from "./proxied-peers.js";

const peers = new ProxiedPeers("--report", "json");

/** Everything that the caller of a request gets until its connection ends. */
async function refused(request: string): Promise<string> {
  const before = peers.upstream.connections;
  const client = await peers.kept(Peer.connect(peers.proxy.port));
  client.write(request);
  const response = await client.rest();
  expect(peers.upstream.connections).toBe(before);
  return response;
}

describe("bytes from 0x80 in a field value stay as they are", () => {
  test("up, when the body comes in a later packet", async () => {
    const { client, api, head } = await peers.send(post(`X-Name: ${obsText}`, "Content-Length: 4"));
    expect(head).toContain(`X-Name: ${obsText}\r\n`);
    client.write("body");
    expect(String(await api.bytes(4))).toBe("body");
  });

  test("up, when the body comes in the same packet", async () => {
    const { head } = await peers.send(`${post(`X-Name: ${obsText}`, "Content-Length: 4")}body`);
    expect(head).toContain(`X-Name: ${obsText}\r\n`);
  });

  test.each(["Content-Length: 4", "Transfer-Encoding: chunked", "X-Framing: none"])(
    "down, when the body comes in a later packet: %s",
    async (framing) => {
      const { client, api } = await peers.send(get());
      api.write(`HTTP/1.1 200 Caf\xe9\r\nX-Name: ${obsText}\r\n${framing}\r\n\r\n`);
      const head = await client.until("\r\n\r\n");
      expect(head).toContain("HTTP/1.1 200 Caf\xe9\r\n");
      expect(head).toContain(`X-Name: ${obsText}\r\n`);
    },
  );

  test("down, in an informational response", async () => {
    const { client, api } = await peers.send(get());
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
      const client = await peers.kept(Peer.connect(port));
      client.write(get("Authorization: Bearer key").replace("GET", method));
      const api = await peers.kept(own.accept());
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
      const client = await peers.kept(Peer.connect(port));
      client.write(get());
      const api = await peers.kept(own.accept());
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
    const { client, api } = await peers.send(get());
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    await client.until("ok");
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
    await api.ending();
    client.write(get());
    const next = await peers.kept(peers.upstream.accept());
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
      const client = await peers.kept(Peer.connect(port));
      client.write(get());
      const api = await peers.kept(own.accept());
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
    const { client, api } = await peers.send(get());
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc");
    expect(await client.until("}}")).toMatch(/^HTTP\/1\.1 502 .*two lengths/s);
  });
});

describe("a request", () => {
  test("of HTTP/1.0 without Host reaches the upstream with one", async () => {
    const { client, api, head } = await peers.send("GET /media HTTP/1.0\r\nX-A: 1\r\n\r\n");
    expect(head).toMatch(
      new RegExp(
        `^GET /media HTTP/1\\.1\\r\\nHost: 127\\.0\\.0\\.1:${peers.upstream.port}\\r\\nX-A: 1\\r\\n`,
      ),
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
    const { head, client, api } = await peers.send(
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
      const client = await peers.kept(Peer.connect(port));
      client.write(get().replace("/media", `/nowhere?q=${"x".repeat(200_000)}`));
      const api = await peers.kept(own.accept());
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
    expect(peers.proxy.err.match(/This proxy serves HTTP\/1\.1, and was sent HTTP\/2/g)).toHaveLength(1);
  });
});

describe("garbage after a request", () => {
  test("is refused after the response, not within it", async () => {
    const { client, api } = await peers.send(`${get()}\0\0garbage\r\n\r\n`);
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
    await client.until("first");
    api.write("-last");
    expect(await client.until("-last")).toBe("-last");
    expect(await client.rest()).toMatch(/^HTTP\/1\.1 400 .*not an HTTP request/s);
  });

  test("in a later packet is refused after the response too", async () => {
    const { client, api } = await peers.send(get());
    client.write("garbage\r\n\r\n");
    api.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole");
    expect(await client.until("whole")).toContain("200 OK");
    expect(await client.rest()).toMatch(/^HTTP\/1\.1 400 /);
  });

  test("within a chunked body is refused at once, and the upstream sees the request end early", async () => {
    const { client, api } = await peers.send(post("Transfer-Encoding: chunked"));
    client.write("zz\r\n");
    expect(await client.rest()).toMatch(/^HTTP\/1\.1 400 /);
    await api.ending();
  });
});
