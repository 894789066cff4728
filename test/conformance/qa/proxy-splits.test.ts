import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Peer, RawServer } from "@ittybit/test-support/servers/raw-connection";
import { RunningProxy } from "@ittybit/test-support/servers/running-proxy";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../../../scripts/start/free-port.js";

/** Every place in a message with `QA_CONFORMANCE=full`, else every few bytes. */
const stride = process.env.QA_CONFORMANCE === "full" ? 1 : 7;

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

async function proxyTo(port: number, ...args: string[]): Promise<number> {
  const proxy = await RunningProxy.start("--server", `http://127.0.0.1:${port}`, ...args);
  closing.push(() => proxy.end());
  return proxy.port;
}

const lines = (...fields: string[]) => [...fields, "", ""].join("\r\n");

/** [name, request, response, the response as it must arrive] */
const exchanges: readonly (readonly [string, string, string, string])[] = (
  [
    [
      "bytes from 0x80",
      `${lines("POST /media?a=%C3%A9 HTTP/1.1", "Host: x", "X-Name: caf\xc3\xa9 \xe9\xff", "Content-Length: 4")}b\xe9\0y`,
      `${lines("HTTP/1.1 200 Caf\xe9", "X-Name: \x80\xff", "Content-Length: 4")}b\xe9\0y`,
    ],
    [
      "chunks and trailers",
      `${lines("POST /media HTTP/1.1", "Host: x", "TE: trailers", "Transfer-Encoding: chunked", "Trailer: X-Sum")}4\r\nbody\r\n0\r\nX-Sum: \xe9\r\n\r\n`,
      `${lines("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "Trailer: X-Sum")}4\r\nbody\r\n0\r\nX-Sum: \xe9\r\n\r\n`,
    ],
    [
      "204 with a body",
      lines("GET /media HTTP/1.1", "Host: x"),
      `${lines("HTTP/1.1 204 No Content", "X-A: 1")}body`,
      lines("HTTP/1.1 204 No Content", "X-A: 1"),
    ],
    [
      "HEAD with a body",
      lines("HEAD /media HTTP/1.1", "Host: x"),
      `${lines("HTTP/1.1 200 OK", "Content-Length: 4")}body`,
      lines("HTTP/1.1 200 OK", "Content-Length: 4"),
    ],
    [
      "103 and repeated fields",
      lines("GET /media HTTP/1.1", "Host: x", "x-b: 2", "X-B: 1"),
      `${lines("HTTP/1.1 103 Early Hints", "Link: </a>", "LINK: </b>")}${lines("HTTP/1.1 200 OK", "Set-Cookie: a=1", "set-cookie: b=2", "Content-Length: 0")}`,
    ],
    [
      "another protocol",
      `${lines("GET /media HTTP/1.1", "Host: x", "Connection: Upgrade", "Upgrade: websocket")}\x81\x82\0\0\0\0hi`,
      `${lines("HTTP/1.1 101 Switching Protocols", "Connection: Upgrade", "Upgrade: websocket")}\x81\x02hi`,
    ],
  ] as const
).map(([name, request, response, expected = response]) => [name, request, response, expected]);

/** Lets the proxy, which runs in this process, read what has been written. */
async function turns(): Promise<void> {
  for (let count = 0; count < 4; count++) await new Promise((resolve) => setImmediate(resolve));
}

async function writeSplit(peer: Peer, text: string, at: number): Promise<void> {
  peer.write(text.slice(0, at));
  await turns();
  peer.write(text.slice(at));
}

/** Framing of chunks is the proxy's own: only the borders may differ. */
const joined = (text: string) => text.replaceAll(/\r\n[\da-f]+\r\n(?=[^\r])/g, "");

const places = (text: string) =>
  Array.from({ length: Math.ceil(text.length / stride) }, (_, index) => 1 + index * stride).filter(
    (at) => at < text.length,
  );

describe.each(exchanges)("%s, split into two packets at every byte", (_, request, response, expected) => {
  let upstream: RawServer;
  let port: number;
  beforeAll(async () => {
    upstream = await RawServer.start();
    closing.push(() => upstream.close());
    port = await proxyTo(upstream.port);
  });

  /** One exchange, with what each end received. */
  async function exchange(requestAt: number, responseAt: number) {
    const client = await Peer.connect(port);
    await writeSplit(client, request, requestAt);
    const api = await upstream.accept();
    const received = await api.until(tailOf(request));
    await writeSplit(api, response, responseAt);
    const returned = await client.until(tailOf(expected));
    client.destroy();
    api.destroy();
    return { received, returned };
  }

  test("the request reaches the upstream as when it is sent at once", async () => {
    const whole = await exchange(request.length, response.length);
    for (const at of places(request)) {
      const { received } = await exchange(at, response.length);
      expect([at, joined(received)]).toEqual([at, joined(whole.received)]);
    }
  });

  test("the response reaches the caller as it was sent", async () => {
    for (const at of places(response)) {
      const { returned } = await exchange(request.length, at);
      expect([at, joined(returned)]).toEqual([at, joined(expected)]);
    }
  });
});

/** The last bytes of a message, by which its end is known. The proxy adds a field of its own to a head. */
function tailOf(message: string): string {
  const isHeadAlone = /^(?:GET|HEAD) /.test(message) || !message.endsWith("\r\n\r\n");
  return message.slice(isHeadAlone ? -4 : -10);
}

const nginx = ["/usr/sbin/nginx", "/usr/bin/nginx"].find((file) => existsSync(file));

describe.each([
  ["Node", nodeServer],
  ...(nginx === undefined ? [] : [["nginx", nginxServer] as const]),
] as const)("%s behind the proxy", (_, start) => {
  let server: number;
  let port: number;
  beforeAll(async () => {
    server = await start();
    port = await proxyTo(server, "--keep-host");
  });

  async function ask(to: number, request: string, at: number): Promise<string> {
    const client = await Peer.connect(to);
    await writeSplit(client, request, at);
    const response = await client.rest();
    // The connection is the proxy's own, and time goes by.
    return response.replaceAll(/^(?:Date|Connection): .*\r\n/gim, "");
  }

  test.each([
    ["GET", lines("GET /a?b=%zz HTTP/1.1", "Host: x", "X-Name: caf\xe9", "Connection: close")],
    ["HEAD", lines("HEAD /a HTTP/1.1", "Host: x", "Connection: close")],
    ["POST", `${lines("POST /a HTTP/1.1", "Host: x", "Content-Length: 4", "Connection: close")}body`],
    ["204", lines("GET /empty HTTP/1.1", "Host: x", "Connection: close")],
    ["redirect", lines("GET /moved HTTP/1.1", "Host: x", "Connection: close")],
    ["range", lines("GET /missing HTTP/1.1", "Host: x", "Range: bytes=0-1", "Connection: close")],
  ])("%s gets the same bytes as without it, split at every byte", async (_, request) => {
    const direct = await ask(server, request, request.length);
    expect(direct).toMatch(/^HTTP\/1\.1 [23]\d\d|^HTTP\/1\.1 404/);
    for (const at of places(request)) expect([at, await ask(port, request, at)]).toEqual([at, direct]);
  });
});

async function nodeServer(): Promise<number> {
  const server: Server = createServer(async (incoming, response) => {
    const { method, url, headers } = incoming;
    let body = "";
    for await (const chunk of incoming) body += chunk;
    if (url === "/empty") response.writeHead(204).end();
    else if (url === "/moved") response.writeHead(302, { Location: "/a/../b" }).end();
    else if (url === "/missing") response.writeHead(404).end("none");
    else response.end(`${method} ${url} ${headers["x-name"]} ${body}`);
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

async function nginxServer(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "qa-nginx-"));
  const port = await freePort();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join("\n");
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
     http { access_log off; ${temporary}
       server { listen 127.0.0.1:${port};
         location = /empty { return 204; }
         location = /moved { return 302 /a/../b; }
         location = /missing { return 404; }
         location / { add_header X-Name $http_x_name always; return 200 "$request_method $request_uri"; } } }`,
  );
  const child: ChildProcess = spawn(nginx as string, ["-p", folder, "-c", "nginx.conf"], { stdio: "ignore" });
  closing.push(async () => {
    child.kill("SIGTERM");
    await new Promise((resolve) => child.once("close", resolve));
    rmSync(folder, { recursive: true });
  });
  await listening(port);
  return port;
}

/** Resolves once a connection is accepted. */
async function listening(port: number): Promise<void> {
  for (;;) {
    const peer = await Peer.connect(port).catch(() => null);
    if (peer === null) continue;
    peer.destroy();
    return;
  }
}
