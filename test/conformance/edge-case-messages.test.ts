import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import type { ExchangeResponse, HeaderPair } from "@ittybit/contract";
import { edgeCases } from "@ittybit/test-support/documents/edge-cases";
import { expect, test } from "vitest";
import { bytes, summarize } from "./messages.js";

const base = "https://edge.example.com/api/v1";
const item = { id: "a", kind: "leaf" };
const quota: HeaderPair = ["X-Quota", "left,5"];
const json: HeaderPair = ["Content-Type", "application/json"];

type Whole = readonly [
  title: string,
  request: string,
  response: ExchangeResponse,
  findings: readonly string[],
];

const text = bytes(JSON.stringify(item));
const ok = (headers: readonly HeaderPair[], body: Uint8Array | null): ExchangeResponse => ({
  status: 200,
  headers: [quota, ...headers],
  body,
});
const encoded = (name: string, body: Uint8Array) => ok([json, ["Content-Encoding", name]], body);

const messages: readonly Whole[] = [
  ["gzip", "GET /items/a", encoded("gzip", gzipSync(text)), []],
  ["deflate", "GET /items/a", encoded("deflate", deflateSync(text)), []],
  ["raw deflate", "GET /items/a", encoded("Deflate", deflateRawSync(text)), []],
  ["brotli", "GET /items/a", encoded("br", brotliCompressSync(text)), []],
  ["two encodings", "GET /items/a", encoded("gzip, br", brotliCompressSync(gzipSync(text))), []],
  ["identity", "GET /items/a", encoded("identity", text), []],
  [
    "damaged gzip",
    "GET /items/a",
    encoded("gzip", gzipSync(text).subarray(0, 20)),
    ["error body-unreadable body"],
  ],
  ["an unknown encoding", "GET /items/a", encoded("rot13", text), ["info unchecked(content-encoding) body"]],
  [
    "a profile",
    "GET /items/a",
    ok([["Content-Type", 'application/vnd.item+json;profile="full"']], bytes('{"full":true}')),
    [],
  ],
  [
    "a broken profile",
    "GET /items/a",
    ok([["Content-Type", "application/vnd.item+json; profile=full"]], bytes("{}")),
    ['error required "full" body'],
  ],
  [
    "another profile",
    "GET /items/a",
    ok([["Content-Type", "application/vnd.item+json; profile=half"]], bytes("{}")),
    ["error media-type-undocumented media-type"],
  ],
  ["text under a range", "GET /items/a", ok([["Content-Type", "text/plain"]], bytes("short")), []],
  [
    "long text",
    "GET /items/a",
    ok([["Content-Type", "text/plain"]], bytes("not so short")),
    ["error maxLength body"],
  ],
  [
    "text in Latin-1",
    "GET /items/a",
    ok([["Content-Type", "text/plain; charset=iso-8859-1"]], Uint8Array.of(0xe9)),
    [],
  ],
  [
    "text that is not UTF-8",
    "GET /items/a",
    ok([["Content-Type", "text/plain"]], Uint8Array.of(0xe9)),
    ["error body-unreadable body"],
  ],
  [
    "an unknown charset",
    "GET /items/a",
    ok([["Content-Type", "text/plain; charset=klingon"]], bytes("x")),
    ["info unchecked(charset) body"],
  ],
  ["half a JSON text", "GET /items/a", ok([json], bytes('{"id"')), ["error body-unreadable body"]],
  ["JSON with a byte order mark", "GET /items/a", ok([json], bytes(`\ufeff${JSON.stringify(item)}`)), []],
  ["no body", "GET /items/a", ok([json], null), ["error body-missing body"]],
  ["an empty body", "GET /items/a", ok([json], new Uint8Array()), ["error body-missing body"]],
  ["a body without a type", "GET /items/a", ok([], text), ["error media-type-missing media-type"]],
  [
    "HTML",
    "GET /items/a",
    ok([["Content-Type", "image/png"]], text),
    ["error media-type-undocumented media-type"],
  ],
  [
    "no quota",
    "GET /items/a",
    { status: 200, headers: [json], body: text },
    ["error value-missing header X-Quota"],
  ],
  [
    "a quota without left",
    "GET /items/a",
    { status: 200, headers: [json, ["X-Quota", "right,1"]], body: text },
    ['error required "left" header X-Quota', 'warning property-undocumented "right" header X-Quota'],
  ],
  [
    "an odd quota",
    "GET /items/a",
    { status: 200, headers: [json, ["X-Quota", "left"]], body: text },
    ["error value-malformed header X-Quota"],
  ],
  ["tags", "GET /items/a", ok([json, ["X-Tags", "a, b"], ["x-tags", "c"]], text), []],
  ["an unknown tag", "GET /items/a", ok([json, ["X-Tags", "a,d"]], text), ["error enum header X-Tags /1"]],
  ["a JSON header", "GET /items/a", ok([json, ["X-Meta", '{"n":1}']], text), []],
  [
    "a broken JSON header",
    "GET /items/a",
    ok([json, ["X-Meta", "{}"]], text),
    ['error required "n" header X-Meta'],
  ],
  [
    "an undocumented header",
    "GET /items/a",
    ok([json, ["X-Debug", "1"], ["X-DEBUG", "2"], ["Server", "x"]], text),
    ["warning header-undocumented header x-debug"],
  ],
  ["HEAD", "HEAD /items/a", ok([json], null), []],
  ["HEAD with a body", "HEAD /items/a", ok([json], text), ["error body-unexpected body"]],
  ["a redirect", "GET /items/a", { status: 302, headers: [["location", "/b"]], body: null }, []],
  [
    "a redirect to nowhere",
    "GET /items/a",
    { status: 302, headers: [], body: null },
    ["error value-missing header Location"],
  ],
  ["404", "GET /items/a", { status: 404, headers: [], body: null }, []],
  [
    "404 with a body",
    "GET /items/a",
    { status: 404, headers: [json], body: text },
    ["warning body-undocumented body"],
  ],
  [
    "410 as a problem",
    "GET /items/a",
    {
      status: 410,
      headers: [["content-type", "application/problem+json"]],
      body: bytes('{"title":"x","code":"gone"}'),
    },
    [],
  ],
  ["500", "GET /items/a", { status: 500, headers: [], body: null }, ["warning status-undocumented status"]],
  ["201", "GET /items/a", { status: 201, headers: [], body: null }, ["warning status-undocumented status"]],
  ["204", "PUT /items/a", { status: 204, headers: [], body: null }, []],
  [
    "204 with a body",
    "PUT /items/a",
    { status: 204, headers: [], body: bytes("x") },
    ["error body-unexpected body"],
  ],
  [
    "lines",
    "GET /items/mine",
    { status: 200, headers: [["content-type", "application/x-ndjson"]], body: bytes("[1,2]\n\n[3,4]\n") },
    [],
  ],
  [
    "a broken line",
    "GET /items/mine",
    { status: 200, headers: [["content-type", "application/x-ndjson"]], body: bytes("[1,2]\n[3]\n[") },
    ["error minItems body /1", "error body-unreadable body /2"],
  ],
  [
    "events",
    "GET /search",
    { status: 200, headers: [["content-type", "text/event-stream"]], body: bytes("data: 1\n\n") },
    [],
  ],
  [
    "any bytes",
    "GET /items/a.json",
    { status: 200, headers: [["content-type", "image/x-what"]], body: Uint8Array.of(0, 255) },
    [],
  ],
  [
    "a body that was not recorded",
    "GET /items/a",
    { status: 200, headers: [json, quota] },
    ["info unchecked(body-not-recorded) body"],
  ],
];

test.each(messages)("a message: %s", async (_, request, response, expected) => {
  const [method = "", path] = request.split(" ");
  const { findings } = await edgeCases.checkResponse({ method, url: base + path }, response);
  expect(findings.map(summarize).sort()).toEqual([...expected].sort());
});
