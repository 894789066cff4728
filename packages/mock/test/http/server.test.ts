import { once } from "node:events";
import { connect } from "node:net";
import { startMock } from "@ittybit/test-support/servers/start-mock";
import { describe, expect, it } from "vitest";
import { startServer } from "../../src/http/server.js";
import { key } from "../call-mock.js";
import { sendBytes } from "./send-bytes.js";

const { url } = await startMock({ apiKey: "right", maxUpload: 2000 });

const right = { Authorization: "Bearer right" };
const page = { ...right, Origin: "http://app.test" };

const raw = (bytes: string, until?: RegExp, more?: string) => sendBytes(url, bytes, until, more);

describe("keys", () => {
  it.each([
    ["none", {}, 401, 'Bearer realm="Ittybit Media API"'],
    ["another", key, 401, 'Bearer realm="Ittybit Media API", error="invalid_token"'],
    ["the one, its scheme in small letters", { Authorization: "bearer right" }, 200, null],
  ])("%s", async (_what, headers, status, challenge) => {
    const response = await fetch(`${url}/media`, { headers: headers as Record<string, string> });
    expect(response.status).toBe(status);
    expect(response.headers.get("www-authenticate")).toBe(challenge);
    expect(await response.text()).not.toContain("right");
  });
});

describe("a page of another origin", () => {
  it("may call with credentials, and read the relevant headers", async () => {
    const { headers } = await fetch(`${url}/media`, { headers: page });
    expect(headers.get("access-control-allow-origin")).toBe("http://app.test");
    expect(headers.get("access-control-allow-credentials")).toBe("true");
    expect(headers.get("access-control-expose-headers")).toMatch(/Ittybit-Version.*Retry-After/);
    expect(headers.get("vary")).toMatch(/Origin/);
  });

  it("gets a preflight response: methods of the path, any header, no key needed", async () => {
    const response = await fetch(`${url}/media/a`, {
      method: "OPTIONS",
      headers: {
        Origin: "http://app.test",
        "Access-Control-Request-Method": "PATCH",
        "Access-Control-Request-Headers": "authorization,prefer",
      },
    });
    expect([response.status, await response.text()]).toEqual([204, ""]);
    expect(response.headers.get("access-control-allow-methods")).toBe("DELETE, GET, HEAD, OPTIONS, PATCH");
    expect(response.headers.get("access-control-allow-headers")).toBe("authorization,prefer");
  });

  it("cannot read the history", async () => {
    const { status, headers } = await fetch(`${url}/__mock`, { headers: page });
    expect([status, headers.get("access-control-allow-origin")]).toEqual([200, null]);
  });

  it("can read an error response too", async () => {
    const { headers } = await fetch(`${url}/media?limit=0`, { headers: page });
    expect(headers.get("access-control-allow-origin")).toBe("http://app.test");
  });
});

it("OPTIONS lists the methods of a path", async () => {
  expect((await fetch(`${url}/media`, { method: "OPTIONS" })).headers.get("allow")).toBe(
    "GET, HEAD, OPTIONS, POST",
  );
});

it("HEAD has the headers of GET, and no body", async () => {
  const head = await fetch(`${url}/media`, {
    method: "HEAD",
    headers: { ...right, "Accept-Encoding": "identity" },
  });
  const get = await fetch(`${url}/media`, { headers: { ...right, "Accept-Encoding": "identity" } });
  expect(await head.text()).toBe("");
  expect(head.headers.get("content-length")).toBe(String((await get.text()).length));
});

it.each([
  ["br", "br"],
  ["gzip", "gzip"],
  ["gzip;q=1, br;q=0.5", "gzip"],
  ["gzip;q=0", null],
  ["identity", null],
])("Accept-Encoding: %s", async (accepted, encoding) => {
  const response = await fetch(`${url}/media`, { headers: { ...right, "Accept-Encoding": accepted } });
  expect(response.headers.get("content-encoding")).toBe(encoding);
  expect(await response.json()).toMatchObject({ meta: { total: 13 } });
});

it("a media type that the response does not have: 406", async () => {
  expect(
    (await fetch(`${url}/media`, { headers: { ...right, Accept: "text/html;q=1, image/*" } })).status,
  ).toBe(406);
});

describe("Expect: 100-continue", () => {
  const head = (length: number, authorization: string, type = "application/x-www-form-urlencoded") =>
    `PATCH /media/vJ3kq9ZtWm2d HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${authorization}\r\nContent-Type: ${type}\r\n` +
    `Content-Length: ${length}\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n`;

  it("asks for a body that it accepts", async () => {
    const text = await raw(head(7, "right"), /100 Continue\r\n\r\n/, "title=x");
    expect(text).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 OK\r\n/);
  });

  it("rejects before the body is sent: a wrong key, a body that is too large", async () => {
    expect(await raw(head(7, "wrong"))).toMatch(/^HTTP\/1.1 401 /);
    expect(await raw(head(2001, "right"))).toMatch(/^HTTP\/1.1 413 /);
  });
});

it("--max-upload counts chunked bodies too, and accepts one of exactly that size", async () => {
  const send = (size: number) =>
    fetch(`${url}/media/vJ3kq9ZtWm2d`, {
      method: "PATCH",
      headers: { ...right, "Content-Type": "application/x-www-form-urlencoded" },
      body: new Blob(["title=", "x".repeat(size - 6)]).stream(),
      duplex: "half",
    } as RequestInit);
  const over = await send(2001);
  expect([over.status, ((await over.json()) as { error: { code: string } }).error.code]).toEqual([
    413,
    "content_too_large",
  ]);
  expect((await send(2000)).status).not.toBe(413);
});

it.each([
  ["bytes that are not HTTP", "\x16\x03\x01\x02\x00\x01\r\n\r\n", 400],
  ["headers without end", `GET /media HTTP/1.1\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431],
  [
    "a chunk that is none",
    "POST /media HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    400,
  ],
])("%s: the envelope, and the connection is closed", async (_what, bytes, status) => {
  const text = await raw(bytes);
  expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(JSON.parse(text.split("\r\n\r\n")[1] ?? "")).toMatchObject({
    meta: { status },
    error: { details: [] },
  });
});

describe("the Host header", () => {
  const get = (hosts: string, version = "1.1") =>
    raw(`GET /media HTTP/${version}\r\n${hosts}Authorization: Bearer right\r\nConnection: close\r\n\r\n`);

  it.each([
    ["missing", "", "The Host header is missing."],
    ["sent twice", "Host: a\r\nHost: a\r\n", "The Host header is sent 2 times."],
    ["with user info", "Host: user@a\r\n", "The Host header is not a host with an optional port."],
    ["with a path", "Host: a/b\r\n", "The Host header is not a host with an optional port."],
    ["with two ports", "Host: a:1:2\r\n", "The Host header is not a host with an optional port."],
  ])("%s: 400 in the envelope", async (_what, hosts, message) => {
    const [head = "", body = ""] = (await get(hosts)).split("\r\n\r\n");
    expect(head).toMatch(/^HTTP\/1.1 400 /);
    expect(JSON.parse(body).error.details).toEqual([{ location: "header", field: "Host", message }]);
  });

  it.each([["a"], ["a:80"], ["127.0.0.1:4010"], ["[::1]:4010"], ["xn--bcher-kva.example"]])(
    "%s is accepted",
    async (host) => {
      expect(await get(`Host: ${host}\r\n`)).toMatch(/^HTTP\/1.1 200 /);
    },
  );

  it("is optional in HTTP/1.0", async () => {
    expect(await get("", "1.0")).toMatch(/^HTTP\/1.1 200 /);
  });
});

it("a head that never ends is closed with a 408", async () => {
  const timeouts = { idleMs: 60_000, keepAliveMs: 1_000, headersMs: 80, checkMs: 20 };
  const envelope = {
    isDocumented: false,
    mediaType: "application/json",
    wrap: ({ status }: { status: number }) => ({ status }),
  };
  const handle = () => Promise.reject(new Error("no head, no request"));
  const server = await startServer(handle, () => envelope, { port: 0 }, timeouts);
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.write("GET /media HTTP/1.1\r\nHost: x\r\n");
  const drip = setInterval(() => socket.write("X-A: b\r\n"), 20);
  let text = "";
  for await (const chunk of socket.on("error", () => undefined)) text += chunk;
  clearInterval(drip);
  await server.close();
  expect(text).toMatch(/^HTTP\/1.1 408 /);
});

it("a server that closes ends a request that has no response", async () => {
  const timeouts = { idleMs: 60_000, keepAliveMs: 60_000, headersMs: 60_000, checkMs: 60_000 };
  const envelope = {
    isDocumented: false,
    mediaType: "application/json",
    wrap: ({ status }: { status: number }) => ({ status }),
  };
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const handle = () => {
    arrive();
    return new Promise<never>(() => undefined);
  };
  const server = await startServer(handle, () => envelope, { port: 0 }, timeouts);
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.write("GET /media HTTP/1.1\r\nHost: x\r\n\r\n");
  await arrived;
  const closed = new Promise((resolve) => socket.on("error", () => undefined).once("close", resolve));
  await server.close();
  await closed;
});

it("an aborted upload leaves the mock running", async () => {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write(
    "POST /media HTTP/1.1\r\nHost: x\r\nContent-Length: 1900\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\n",
    () => socket.resetAndDestroy(),
  );
  await once(socket, "close");
  expect((await fetch(`${url}/media`, { headers: right })).status).toBe(200);
});
