import contract, { type ExchangeReport } from "@ittybit/contract";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { edgeCases } from "@ittybit/test-support/documents/edge-cases";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyPath, anyText, anyUrl, arbitraryValue } from "./arbitrary-value.js";

const media = arbitraryValue(document, { $ref: "#/components/schemas/MediaResponse" });
const asked = { method: "GET", url: "https://api.ittybit.com/media/abc" };
const json = ["content-type", "application/json"] as const;

function check(value: unknown) {
  const body = new TextEncoder().encode(JSON.stringify(value));
  return contract.checkResponse(asked, { status: 200, headers: [json], body });
}

describe("for any response", () => {
  test("that the schema allows, there is nothing to say", async () => {
    await fc.assert(
      fc.asyncProperty(media, async (value) => {
        expect((await check(value)).findings).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("one rule broken anywhere is found at that place", async () => {
    await fc.assert(
      fc.asyncProperty(media, fc.nat(), async (value, seed) => {
        const copy = structuredClone(value) as Record<string, unknown>;
        const pointer = breakOne(copy, seed);
        const { findings } = await check(copy);
        expect(
          findings.filter(({ category }) => category === "violation").map(({ at }) => at.pointer),
        ).toContain(pointer);
      }),
      { numRuns: 300 },
    );
  });

  test("one property more is drift at that place", async () => {
    await fc.assert(
      fc.asyncProperty(media, async (value) => {
        const { findings } = await check({ ...(value as object), "not documented": 1 });
        expect(findings).toMatchObject([
          { code: "property-undocumented", category: "drift", at: { pointer: "" } },
        ]);
      }),
      { numRuns: 50 },
    );
  });
});

/** Replaces one required member by a value of no type that any schema here allows. Returns its pointer. */
function breakOne(value: Record<string, unknown>, seed: number): string {
  const places = [...objects(value, "")].filter(([, pointer]) => !pointer.endsWith("/metadata"));
  const [holder, pointer] = places[seed % places.length] as [Record<string, unknown>, string];
  const names = Object.keys(holder).filter((name) => !Array.isArray(holder[name]));
  const name = names[seed % names.length] as string;
  holder[name] = [[]];
  return `${pointer}/${name}`;
}

function* objects(value: unknown, pointer: string): Generator<[Record<string, unknown>, string]> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [value as Record<string, unknown>, pointer];
  for (const [key, member] of Object.entries(value)) yield* objects(member, `${pointer}/${key}`);
}

const header = fc.tuple(
  fc.oneof(
    fc.constantFrom("content-type", "Authorization", "content-encoding", "cookie", "host"),
    fc.string(),
  ),
  fc.oneof(
    anyText(),
    fc.constantFrom(
      "application/json",
      "multipart/form-data; boundary=x",
      "gzip, br",
      "text/plain; charset=utf-16",
      "Bearer",
    ),
  ),
);
const message = {
  headers: fc.array(header, { maxLength: 6 }),
  body: fc.option(fc.uint8Array({ maxLength: 200 })),
};
const exchange = fc.record({
  request: fc.record({
    method: fc.oneof(fc.constantFrom("GET", "POST", "PATCH", "HEAD"), fc.string()),
    url: fc.oneof(
      anyText(),
      anyUrl,
      anyPath.map((path) => `https://api.ittybit.com/media${path}?${path}`),
      fc.string().map((text) => `https://edge.example.com/api/v1/search?${text}`),
      fc.constant("https://uploads.ittybit.com/media"),
    ),
    ...message,
  }),
  response: fc.record({ status: fc.oneof(fc.constant(200), fc.integer()), ...message }),
});

test("no exchange of any kind throws, and the same exchange gives the same findings", async () => {
  await fc.assert(
    fc.asyncProperty(exchange, async (given) => {
      for (const each of [contract, edgeCases]) {
        const reports: ExchangeReport[] = [await each.check(given), await each.check(given)];
        expect(reports[0]?.findings).toEqual(reports[1]?.findings);
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["nesting", `{"data":${"[".repeat(200_000)}${"]".repeat(200_000)}}`],
  ["nesting of objects", `${'{"data":'.repeat(50_000)}1${"}".repeat(50_000)}`],
  ["__proto__", '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'],
  ["a duplicate key", '{"data":{},"data":[]}'],
  ["a number beyond doubles", '{"data":1e400,"meta":-1e400}'],
  ["lone surrogates", '{"data":"\\ud800","\\udfff":1}'],
  ["a long string", JSON.stringify({ data: "x".repeat(2_000_000) })],
  [
    "many keys",
    JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${index}`, index]))),
  ],
])("hostile JSON is a finding: %s", async (_, text) => {
  const body = new TextEncoder().encode(text);
  const { findings } = await contract.checkResponse(asked, { status: 200, headers: [json], body });
  expect(findings.length).toBeGreaterThan(0);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("a recursive schema and a value nested without end: reported as unchecked", async () => {
  const text = `${'{"id":"a","kind":"leaf","left":'.repeat(100_000)}null${"}".repeat(100_000)}`;
  const url = "https://edge.example.com/api/v1/items/a";
  const response = {
    status: 200,
    headers: [json, ["X-Quota", "left,1"] as const],
    body: new TextEncoder().encode(text),
  };
  const { findings } = await edgeCases.checkResponse({ method: "GET", url }, response);
  expect(findings).toMatchObject([{ code: "unchecked", reason: "too-deep" }]);
});
