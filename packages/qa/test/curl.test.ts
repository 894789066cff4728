import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import type { ExchangeRequest } from "@ittybit/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { curlCommand } from "../src/report/curl.js";

const request = (change: Partial<ExchangeRequest>): ExchangeRequest => ({
  method: "GET",
  url: "https://a.example/media",
  headers: [],
  body: null,
  ...change,
});
const body = Buffer.from('{"a":1}');

test.each<[string, Partial<ExchangeRequest>, string]>([
  ["a GET", {}, "curl -i https://a.example/media"],
  ["a HEAD", { method: "HEAD" }, "curl -i -I https://a.example/media"],
  ["a GET with a body", { body }, "-X GET https://a.example/media -H Content-Type: --data-raw '{\"a\":1}'"],
  [
    "a POST with a body, which curl would choose",
    { method: "POST", body },
    "curl -i https://a.example/media -H",
  ],
  ["a POST without a body", { method: "POST" }, "curl -i -X POST https://a.example/media"],
  ["a method in lower case", { method: "get" }, "curl -i -X get https"],
  ["a method that is a command", { method: "GET;id" }, "-X 'GET;id'"],
  [
    "brackets",
    { url: "https://a.example/?metadata[a]={1,2}" },
    "curl -i --globoff 'https://a.example/?metadata[a]={1,2}'",
  ],
  [
    "dot segments",
    { url: "https://a.example/media/../x" },
    "curl -i --path-as-is https://a.example/media/../x",
  ],
  ["a URL that begins with a dash", { url: "-o/tmp/x" }, "curl -i --url -o/tmp/x"],
  ["an empty header", { headers: [["X-Empty", ""]] }, "-H 'X-Empty;'"],
  [
    "a header that would read a file",
    { headers: [["@/etc/passwd", "x"]] },
    "curl -i https://a.example/media",
  ],
  ["NUL", { url: "https://a.example/\0" }, "# curl cannot repeat this request: it contains NUL."],
  ["bytes", { method: "POST", body: Uint8Array.of(0xff, 0) }, "--data-binary @body"],
])("%s", (_, change, expected) => {
  const command = curlCommand(request(change));
  expect(command).toContain(expected);
  expect(command).not.toMatch(/\0|etc\/passwd/);
});

const run = promisify(execFile);

interface Received {
  readonly line: string;
  readonly type: string | undefined;
  readonly body: string;
}

let server: Server;
let received: Received[] = [];
let origin = "";
beforeAll(async () => {
  server = createServer(async (message, response) => {
    let text = "";
    for await (const chunk of message) text += chunk;
    received.push({
      line: `${message.method} ${message.url}`,
      type: message.headers["content-type"],
      body: text,
    });
    response.end("ok");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const hasCurl = await run("curl", ["--version"]).then(
  () => true,
  () => false,
);

test.skipIf(!hasCurl).each<[string, string, Uint8Array | null]>([
  ["GET", "/media?metadata[a]={1,2}", null],
  ["GET", "/media", body],
  ["POST", "/media", null],
  ["POST", "/media", body],
  ["PATCH", "/media/../media/x", body],
  ["DELETE", "/media/it's", null],
  ["HEAD", "/media", null],
])("curl sends %s %s as it was", async (method, path, data) => {
  received = [];
  const command = curlCommand(request({ method, url: `${origin}${path}`, body: data }));
  await run("sh", ["-c", `${command} -sS --max-time 100`]);
  const text = data === null ? "" : Buffer.from(data).toString();
  expect(received).toEqual([{ line: `${method} ${path}`, type: undefined, body: text }]);
});
