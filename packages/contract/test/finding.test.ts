import contract, { type ContractOptions, formatFinding as inWords } from "@ittybit/contract";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { expect, test } from "vitest";

const value = document.components.examples.VideoComplete.value;

async function found(change: object, options: ContractOptions = {}, id = "abc") {
  const body = new TextEncoder().encode(JSON.stringify({ ...value, data: { ...value.data, ...change } }));
  const headers = [["content-type", "application/json"]] as const;
  const asked = { method: "GET", url: `https://api.ittybit.com/media/${id}` };
  return (await contract.with(options).checkResponse(asked, { status: 200, headers, body })).findings;
}

test("a documented fact broken is an error, an inferred one a warning with its reason", async () => {
  expect(await found({ filesize: "1", title: 1 })).toMatchObject([
    { severity: "error", inferred: null, at: { pointer: "/data/filesize" } },
    { severity: "warning", inferred: expect.stringContaining("no title"), at: { pointer: "/data/title" } },
  ]);
});

test("in strict mode both are errors", async () => {
  expect(await found({ filesize: "1", title: 1 }, { strict: true })).toMatchObject([
    { severity: "error" },
    { severity: "error", inferred: expect.any(String) },
  ]);
});

test("drift can be an error", async () => {
  expect(await found({ colour: 1 })).toMatchObject([{ category: "drift", severity: "warning" }]);
  expect(await found({ colour: 1 }, { drift: "error" })).toMatchObject([
    { category: "drift", severity: "error" },
  ]);
});

test("the fingerprint does not follow values, indexes or ids", async () => {
  const source = (index: number) =>
    value.data.sources.map((one, at) => (at === index ? { ...one, bitrate: `x${index}` } : one));
  const first = await found({ sources: source(0) }, {}, "abc");
  const other = await found({ sources: source(2) }, {}, "other");
  expect(first[0]?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  expect(other[0]?.fingerprint).toBe(first[0]?.fingerprint);
  expect((await found({ width: "x" }))[0]?.fingerprint).not.toBe(first[0]?.fingerprint);
});

test("an unknown path has one fingerprint, whatever the identifiers in it", async () => {
  const print = async (path: string) => {
    const request = { method: "GET", url: `https://api.ittybit.com${path}`, headers: [] };
    return (await contract.checkRequest(request)).findings[0]?.fingerprint;
  };
  const item = await print("/files/vJ3kq9ZtWm2d/thumbs");
  for (const id of ["iX8rT4bNcL6p", "17", "c0ffee-1", "aQQwYYhGsRxf", "%41", "x".repeat(40)])
    expect(await print(`/files/${id}/thumbs`), id).toBe(item);
  for (const path of ["/files/recent/thumbs", "/file/17/thumbs", "/files/17", "/v2/files/17/thumbs"])
    expect(await print(path), path).not.toBe(item);
  expect(await print("/files/findByStatus")).not.toBe(await print("/files/find-by-status"));
});

test("allowed drift is information until its day has passed", async () => {
  const allow = [
    { code: "property-undocumented", name: "colour", reason: "ships in May", until: "2026-05-31" },
  ];
  const on = async (today: string) =>
    (await found({ colour: 1, shade: 1 }, { allow, today })).map((one) => [one.severity, one.allowed]);
  expect(await on("2026-05-31")).toEqual([
    ["info", "ships in May"],
    ["warning", null],
  ]);
  expect(await on("2026-06-01")).toEqual([
    ["warning", null],
    ["warning", null],
  ]);
  expect(contract.with({ allow, today: "2026-06-01" }).expired).toEqual(allow);
});

test("a violation cannot be allowed", async () => {
  const allow = [{ reason: "everything", until: "9999-12-31" }];
  expect(await found({ filesize: "1" }, { allow, today: "2026-01-01" })).toMatchObject([
    { severity: "error", allowed: null },
  ]);
});

test("findings come in one order, whatever the order of the message", async () => {
  const forwards = await found({ width: "x", filesize: "y", colour: 1 });
  const backwards = await found({ colour: 1, filesize: "y", width: "x" });
  expect(backwards).toEqual(forwards);
});

test("a sentence says what, where, what was expected and what was there", async () => {
  expect((await found({ filesize: -5, filesizes: 1 })).map(inWords)).toEqual([
    'response body at /data: property "filesizes" is not in the contract; did you mean "filesize"?',
    "response body at /data/filesize: must be at least 0, but is -5",
  ]);
});

test("excerpts are cut, and show no secrets and no signed URLs", async () => {
  const secret = "s3cr3t-value";
  const urls = { ...value.data.urls, poster: `not a URL https://a.b/c?sig=${secret}` };
  const findings = await found({
    urls,
    token: secret,
    password: secret,
    title: [secret],
    note: "x".repeat(500),
  });
  expect(findings.length).toBeGreaterThan(3);
  expect(JSON.stringify(findings)).not.toContain(secret);
  expect(Math.max(...findings.map(({ actual }) => actual.length))).toBeLessThanOrEqual(80);
});

test("a body over the limit is unchecked, never fine", async () => {
  expect(await found({}, { maxBodyBytes: 100 })).toMatchObject([
    { code: "unchecked", reason: "body-too-large", category: "unchecked", severity: "info" },
  ]);
});

test("the first thousand findings of a kind are listed, the rest are counted", async () => {
  const unknown = Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`unknown${index}`, 1]));
  const findings = await found(unknown);
  expect(findings.filter(({ code }) => code === "property-undocumented")).toHaveLength(1_000);
  expect(findings.filter(({ code }) => code === "unchecked")).toMatchObject([
    { reason: "too-many-findings", detail: "500 more findings of the kind property-undocumented" },
  ]);
});

test("of a hundred thousand violations, most are only counted", async () => {
  const sources = Array.from({ length: 100_000 }, () => 1);
  const findings = await found({ sources });
  const unchecked = findings.filter(({ code }) => code === "unchecked");
  expect(unchecked.map((one) => "reason" in one && one.reason)).toEqual([
    "too-many-findings",
    "too-many-findings",
  ]);
  expect(findings.filter(({ severity }) => severity !== "info")).toHaveLength(1_000);
});

test.each([
  ["bearer", "Authorization: Bearer …"],
  ["basic", "Authorization: Basic …"],
  ["digest", "Authorization: Digest …"],
])("a missing credential of the scheme %s is named as it has to be sent", async (scheme, shown) => {
  const { createContract } = await import("@ittybit/contract/create");
  const own = await createContract({
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: "http", scheme } } },
    paths: { "/a": { get: { responses: {} } } },
  });
  const { findings } = await own.checkRequest({ method: "GET", url: "/a", headers: [] });
  expect(findings.map(inWords).join()).toContain(`send ${shown}`);
});

test.each([
  ["?=x", ["request query : is not a parameter of this operation"]],
  ["?&", []],
  ["?", []],
])("a query %s has a parameter without a name only where it has a value", async (query, words) => {
  const headers = [["authorization", "Bearer key"]] as const;
  const url = `https://api.ittybit.com/media${query}`;
  expect((await contract.checkRequest({ method: "GET", url, headers })).findings.map(inWords)).toEqual(words);
});
