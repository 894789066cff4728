import type { ExchangeRequest, HeaderPair } from "@ittybit/contract";
import { createContract } from "@ittybit/contract/create";
import type { GrowthCase } from "./growth-case.js";
import { growthDocument } from "./growth-document.js";

const contract = createContract(growthDocument);
const URL_OF_THINGS = "https://growth.example.com/things";

/** Every dimension of a message. Inputs are wrong or undocumented where that costs more. */
export const messageCases: readonly GrowthCase[] = [
  response("items", 2_000, (size) => ({ items: list(size, (index) => ({ id: `a${index}`, size: index })) })),
  response("items with a wrong value", 2_000, (size) => ({
    items: list(size, () => ({ id: "", size: -1 })),
  })),
  response("items with drift", 2_000, (size) => ({
    items: list(size, () => ({ id: "a", kind: "c", more: 1 })),
  })),
  response("items that must not be returned", 2_000, (size) => ({
    items: list(size, () => ({ id: "a", secret: "s" })),
  })),
  response("unique items", 1_000, (size) => ({ unique: list(size, (index) => `a${index}`) })),
  response("numbers", 20_000, (size) => ({ numbers: list(size, (index) => index) })),
  response("alternatives that fit", 2_000, (size) => ({
    shapes: list(size, () => ({ type: "square", side: 1 })),
  })),
  response("alternatives that do not fit", 1_000, (size) => ({
    shapes: list(size, () => ({ type: "square", side: "1" })),
  })),
  response("alternatives that fit none", 1_000, (size) => ({ shapes: list(size, () => 1) })),
  response("map entries", 4_000, (size) => ({ map: record(size, () => "a") })),
  response("map entries with a wrong value", 2_000, (size) => ({ map: record(size, () => "long") })),
  response("undocumented properties", 2_000, (size) => record(size, () => 1)),
  response("properties of a closed object", 2_000, (size) => ({ closed: record(size, () => 1) })),
  response("unevaluated properties", 2_000, (size) => ({ evaluated: { id: "a", ...record(size, () => 1) } })),
  response("property names", 2_000, (size) => ({ names: record(size, () => 1) })),
  response("pattern properties", 2_000, (size) => ({ named: record(size, () => 1) })),
  response("text length", 1_000_000, (size) => ({ kind: "a".repeat(size) })),
  response("text length under a pattern", 2_000, (size) => ({ text: "a".repeat(size) })),
  response(
    "nesting",
    100,
    (size) => ({ size }),
    ({ size }) => `{"tree":${'{"name":1,"child":'.repeat(Number(size))}{}${"}".repeat(Number(size))}}`,
  ),
  response("nesting of alternatives", 100, (size) => ({
    branching: nested(size, (child) => ({ kind: "branch", child }), { kind: "leaf", child: 1 }),
  })),
  response(
    "nesting of arrays",
    100_000,
    (size) => ({ raw: `${"[".repeat(size)}${"]".repeat(size)}` }),
    (value) => `{"items":${value.raw}}`,
  ),
  responseHeaders("undocumented response headers", 2_000, (size) =>
    list(size, (index) => [`x-h${index}`, "1"]),
  ),
  request("query parameters", 2_000, (size) => ({
    url: `${URL_OF_THINGS}?${list(size, (index) => `p${index}=1`).join("&")}`,
  })),
  request("values of a query parameter", 4_000, (size) => ({
    url: `${URL_OF_THINGS}?${list(size, () => "tag=long").join("&")}`,
  })),
  request("properties of a deep object", 1_000, (size) => ({
    url: `${URL_OF_THINGS}?${list(size, (index) => `filter[p${index}]=1`).join("&")}`,
  })),
  request("header fields", 4_000, (size) => ({ headers: list(size, () => ["X-List", "a"] as const) })),
  request("length of a header", 40_000, (size) => ({ headers: [["X-List", `1${",a".repeat(size)}`]] })),
  request("cookies", 10_000, (size) => ({
    headers: [["Cookie", list(size, (index) => `c${index}=1`).join("; ")]],
  })),
  request("path segments", 10_000, (size) => ({ url: `https://growth.example.com${"/a".repeat(size)}` })),
  form("unknown form fields", 2_000, (size) => list(size, (index) => `p${index}=1`).join("&")),
  form("values of a form field", 4_000, (size) => list(size, () => "tags=a").join("&")),
  form("keys of a form field", 2_000, (size) => list(size, (index) => `map[k${index}]=1`).join("&")),
  form("length of a form field", 400_000, (size) => `title=${"%61".repeat(size)}`),
  multipart("parts", 400, (size) => list(size, () => [field("tags"), "a"] as const)),
  multipart("parts with unknown names", 400, (size) =>
    list(size, (index) => [field(`p${index}`), "a"] as const),
  ),
  multipart("parts of a deep object", 400, (size) =>
    list(size, (index) => [field(`map[k${index}]`), "a"] as const),
  ),
  multipart("headers of a part", 200, (size) => [
    [`${field("title")}${list(size, (index) => `\r\nX-H${index}: 1`).join("")}`, "a"],
  ]),
  multipart("length of a part header", 3_000, (size) => [
    [`X-Long: ${" ".repeat(size)}a \t \r\n${field("title")}`, "a"],
  ]),
  multipart("quotes in a part header", 3_000, (size) => [
    [`Content-Disposition: form-data; ${`a="x";`.repeat(Math.ceil(size / 6))} name="title`, "a"],
  ]),
  multipart("length of a part", 1_000_000, (size) => [[field("title"), 'name="a"\nx\n'.repeat(size / 11)]]),
  multipart("lines that look like a boundary", 100_000, (size) => [
    [field("title"), "\r\n--boundar".repeat(size / 11)],
  ]),
  text("length of a text body", 4_000, (size) => "ab".repeat(size)),
];

function response(
  dimension: string,
  size: number,
  toValue: (size: number) => Record<string, unknown>,
  textOf: (value: Record<string, unknown>) => string = JSON.stringify,
): GrowthCase {
  const head = { method: "GET", url: URL_OF_THINGS };
  const headers = [["Content-Type", "application/json"]] as const;
  return {
    dimension,
    size,
    prepare: (grown) => {
      const body = bytes(textOf(toValue(grown)));
      return () => contract.checkResponse(head, { status: 200, headers, body });
    },
  };
}

function responseHeaders(
  dimension: string,
  size: number,
  headersOf: (size: number) => HeaderPair[],
): GrowthCase {
  const head = { method: "POST", url: URL_OF_THINGS };
  return {
    dimension,
    size,
    prepare: (grown) => {
      const headers = headersOf(grown);
      return () => contract.checkResponse(head, { status: 204, headers, body: null });
    },
  };
}

function request(
  dimension: string,
  size: number,
  partOf: (size: number) => Partial<ExchangeRequest>,
): GrowthCase {
  return {
    dimension,
    size,
    prepare: (grown) => {
      const asked = { method: "GET", url: URL_OF_THINGS, headers: [], body: null, ...partOf(grown) };
      return () => contract.checkRequest(asked);
    },
  };
}

function body(dimension: string, size: number, type: string, textOf: (size: number) => string): GrowthCase {
  const head = { method: "POST", url: URL_OF_THINGS, headers: [["Content-Type", type]] } as const;
  return {
    dimension,
    size,
    prepare: (grown) => {
      const content = bytes(textOf(grown));
      return () => contract.checkRequest({ ...head, body: content });
    },
  };
}

function form(dimension: string, size: number, textOf: (size: number) => string): GrowthCase {
  return body(dimension, size, "application/x-www-form-urlencoded", textOf);
}

function text(dimension: string, size: number, textOf: (size: number) => string): GrowthCase {
  return body(dimension, size, "text/plain", textOf);
}

function multipart(
  dimension: string,
  size: number,
  partsOf: (size: number) => readonly (readonly [headers: string, content: string])[],
): GrowthCase {
  return body(dimension, size, "multipart/form-data; boundary=boundary", (grown) => {
    const parts = partsOf(grown).map(
      ([headers, content]) => `--boundary\r\n${headers}\r\n\r\n${content}\r\n`,
    );
    return `${parts.join("")}--boundary--\r\n`;
  });
}

function field(name: string): string {
  return `Content-Disposition: form-data; name="${name}"`;
}

function list<Item>(size: number, itemOf: (index: number) => Item): Item[] {
  return Array.from({ length: size }, (_, index) => itemOf(index));
}

function record(size: number, toValue: (index: number) => unknown): Record<string, unknown> {
  return Object.fromEntries(list(size, (index) => [`p${index}`, toValue(index)]));
}

function nested(depth: number, around: (inner: unknown) => unknown, innermost: unknown): unknown {
  let value = innermost;
  for (let level = 0; level < depth; level++) value = around(value);
  return value;
}

function bytes(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
