import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import type { ExchangeResponse, HeaderPair } from "@ittybit/contract";
import { edgeCases } from "@ittybit/test-support/documents/edge-cases";
import { expect, test } from "vitest";
import { bytes, summarize } from "./messages.js";

const base = "https://edge.example.com/api/v1";
const item = { id: "a", kind: "leaf" };
const quota: HeaderPair = ["X-Quota", "left,5"];
const json: HeaderPair = ["Content-Type", "application/json"];

type ResponseCase = readonly [title: string, changed: object, findings: readonly string[]];

/** Properties of an item, over a plain one. */
const items: readonly ResponseCase[] = [
  ["plain", {}, []],
  ["an unknown kind", { kind: "root" }, ["warning enum-value-undocumented body /kind"]],
  ["a write-only secret", { secret: "s" }, ["error write-only-returned body /secret"]],
  ["a point", { at: [1, 2.5] }, []],
  ["half a point", { at: [1] }, ["error minItems body /at"]],
  ["a point of three", { at: [1, 2, 3] }, ["error unevaluatedItems body /at"]],
  ["a point of text", { at: [1, "2"] }, ["error type body /at/1"]],
  ["an item inside", { left: { id: "b", kind: "leaf", left: { id: "c", kind: "branch" } } }, []],
  [
    "a broken item inside",
    { left: { id: "b", left: { id: 1, kind: "leaf" } } },
    ['error required "kind" body /left', "error type body /left/left/id"],
  ],
  [
    "more inside",
    { left: { id: "b", kind: "leaf", wing: 1 } },
    ['warning property-undocumented "wing" body /left'],
  ],
  ["a circle", { shape: { type: "circle", r: 1, area: 3.14 } }, []],
  ["a circle without radius", { shape: { type: "circle" } }, ['error required "r" body /shape']],
  ["a circle of nothing", { shape: { type: "circle", r: 0 } }, ["error exclusiveMinimum body /shape/r"]],
  [
    "a circle with a side",
    { shape: { type: "circle", r: 1, side: 2 } },
    ['warning property-undocumented "side" body /shape'],
  ],
  [
    "a square with its pin",
    { shape: { type: "square", side: 1, pin: "0000" } },
    ["error write-only-returned body /shape/pin"],
  ],
  ["no shape", { shape: { type: "line" } }, ["error oneOf body /shape"]],
  ["a shape that is text", { shape: "circle" }, ["error oneOf body /shape"]],
  [
    "an open tree",
    { tree: { name: "a", children: [{ name: "b", extra: 1 }] } },
    ['warning property-undocumented "extra" body /tree/children/0'],
  ],
  [
    "a broken open tree",
    { tree: { children: [{ children: [{ name: 1 }] }] } },
    ["error type body /tree/children/0/children/0/name"],
  ],
  ["a strict tree", { strict: { name: "a", children: [{ name: "b", children: [] }] } }, []],
  [
    "a strict tree with more",
    { strict: { children: [{ children: [{ daat: 1 }] }] } },
    ['error unevaluatedProperties "daat" body /strict/children/0/children/0'],
  ],
  ["a price", { price: { amount: "1.50", currency: "EUR", cents: 150 } }, []],
  ["a price in yen", { price: { amount: "150", currency: "JPY", yen: true } }, []],
  ["half a yen", { price: { amount: "1.50", currency: "JPY" } }, ["error pattern body /price/amount"]],
  [
    "cents of yen",
    { price: { amount: "1", currency: "JPY", cents: 1 } },
    ['error unevaluatedProperties "cents" body /price'],
  ],
  [
    "yen of euros",
    { price: { amount: "1", currency: "EUR", yen: false } },
    ['error unevaluatedProperties "yen" body /price'],
  ],
  ["a price without amount", { price: {} }, ['error required "amount" body /price']],
  ["labels", { labels: { main: "m", "x-a": "b" } }, []],
  ["an unknown label", { labels: { other: 1 } }, ['warning property-undocumented "other" body /labels']],
  ["a label of the wrong type", { labels: { "x-a": 1 } }, ["error type body /labels/x-a"]],
  [
    "a label with a long name",
    { labels: { "x-very-long": "b" } },
    ["error maxLength body /labels", 'error propertyNames "x-very-long" body /labels'],
  ],
  ["a card", { card: { number: "1", cvc: "2" }, bank: "b" }, []],
  ["a card without cvc", { card: { number: "1" }, bank: "b" }, ['error dependentRequired "cvc" body /card']],
  ["a card without bank", { card: {} }, ['error required "bank" body']],
  ["a bank without card", { bank: "b" }, ['warning property-undocumented "bank" body']],
  ["a wrong guess", { guess: "x" }, ["warning type body /guess"]],
  ["gold", { bag: [{ gold: 1 }, "stone"] }, []],
  ["no gold", { bag: ["stone"] }, ["error contains body /bag"]],
  ["too much gold", { bag: [{ gold: 1 }, { gold: 2 }, { gold: 3 }] }, ["error contains body /bag"]],
  ["gold with dust", { bag: [{ gold: 1, dust: 1 }] }, ['warning property-undocumented "dust" body /bag/0']],
  ["a note", { note: "a@b.co" }, []],
  ["a null note", { note: null }, []],
  ["a note that is no address", { note: "a" }, ["error format body /note"]],
  ["an array where an object belongs", { card: [], bank: "b" }, ["error type body /card"]],
  ["a property called constructor", { constructor: 1 }, ['warning property-undocumented "constructor" body']],
];

test.each(items)("getItem returns %s", async (_, changed, expected) => {
  const response = {
    status: 200,
    headers: [json, quota],
    body: bytes(JSON.stringify({ ...item, ...changed })),
  };
  const { findings } = await edgeCases.checkResponse({ method: "GET", url: `${base}/items/a` }, response);
  expect(findings.map(summarize).sort()).toEqual([...expected].sort());
});

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

const forms: readonly (readonly [form: string, findings: readonly string[]])[] = [
  ["name=a", []],
  ["name=a+b%20c&ages=1&ages=2", []],
  ["name=a&tags=x|y", []],
  ["name=a&extra=%7B%22a%22%3Atrue%7D", []],
  ["name=a&token=t", []],
  ["ages=1", ['error required "name" body']],
  ["name=", ["error minLength body /name"]],
  ["name=a&name=b", ["error value-repeated body name"]],
  ["name=a&ages=x", ["error type body /ages/0"]],
  ["name=a&id=1", ["error read-only-sent body /id"]],
  ["name=a&more=1", ['error additionalProperties "more" body']],
  ["name=a&extra=x", ["error type body /extra"]],
  ["name=%zz", ["error value-malformed body name", 'error required "name" body']],
];

test.each(forms)("a form: %s", async (form, expected) => {
  const headers = [["content-type", "application/x-www-form-urlencoded"]] as const;
  const { findings } = await edgeCases.checkRequest({
    method: "POST",
    url: `${base}/form`,
    headers,
    body: bytes(form),
  });
  expect(findings.map(summarize).sort()).toEqual([...expected].sort());
});

test.each([
  ["a read-only id", { id: "x", kind: "leaf", secret: "s" }, ["error read-only-sent body /id"]],
  ["no read-only id, though it is required", { kind: "leaf", secret: "s" }, []],
  ["no secret", { kind: "leaf" }, ['error required "secret" body']],
  [
    "a read-only area inside oneOf",
    { kind: "leaf", secret: "s", shape: { type: "circle", r: 1, area: 3 } },
    ["error read-only-sent body /shape/area"],
  ],
  [
    "a write-only pin inside oneOf",
    { kind: "leaf", secret: "s", shape: { type: "square", side: 1, pin: "1" } },
    [],
  ],
])("putItem is sent %s", async (_, value, expected) => {
  const request = {
    method: "PUT",
    url: `${base}/items/a?api_key=k`,
    headers: [json],
    body: bytes(JSON.stringify(value)),
  };
  expect((await edgeCases.checkRequest(request)).findings.map(summarize)).toEqual(expected);
});
