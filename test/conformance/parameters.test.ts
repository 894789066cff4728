import ittybit, { type HeaderPair } from "@ittybit/contract";
import { edgeCases } from "@ittybit/test-support/documents/edge-cases";
import { describe, expect, test } from "vitest";
import { summarize } from "./messages.js";

/** A request line with its headers, what was read, what was found. */
type Row = readonly [request: string, read: unknown, findings: readonly string[]];

const key: HeaderPair = ["authorization", "Bearer key"];

const ittybitRows: readonly Row[] = [
  ["/media", {}, []],
  ["/media?limit=1", { limit: 1 }, []],
  ["/media?limit=250&page=3", { limit: 250, page: 3 }, []],
  ["/media?orderBy=filesize&order=asc", { orderBy: "filesize", order: "asc" }, []],
  ["/media?limit=0", { limit: 0 }, ["error minimum query limit"]],
  ["/media?limit=251", { limit: 251 }, ["error maximum query limit"]],
  ["/media?limit=ten", { limit: "ten" }, ["error type query limit"]],
  ["/media?limit=1.5", { limit: 1.5 }, ["error type query limit"]],
  ["/media?limit=010", { limit: "010" }, ["error type query limit"]],
  ["/media?limit=", { limit: "" }, ["error type query limit"]],
  ["/media?limit", { limit: "" }, ["error type query limit"]],
  ["/media?limit=1&limit=2", { limit: 1 }, ["error value-repeated query limit"]],
  ["/media?limit=%zz", {}, ["error value-malformed query limit"]],
  ["/media?limit=%31", { limit: 1 }, []],
  ["/media?%6Cimit=1", { limit: 1 }, []],
  ["/media?order=ASC", { order: "ASC" }, ["error enum query order"]],
  [
    "/media?order=up&orderBy=size",
    { order: "up", orderBy: "size" },
    ["error enum query order", "error enum query orderBy"],
  ],
  ["/media?page=0", { page: 0 }, ["warning minimum query page"]],
  ["/media?orderby=created", {}, ["error parameter-undocumented query orderby"]],
  [
    "/media?a=1&b=2&a=3",
    {},
    ["error parameter-undocumented query a", "error parameter-undocumented query b"],
  ],
  ["/media?__proto__=1", {}, ["error parameter-undocumented query __proto__"]],
  ["/media/ok-id_1", {}, []],
  ["/media/..", {}, ["warning pattern path id"]],
  ["/media/a%2Fb", {}, ["warning pattern path id"]],
  ["/media/%FF", {}, ["error value-malformed path id"]],
  [`/media/${"x".repeat(256)}`, {}, ["warning maxLength path id"]],
];

const edgeCaseRows: readonly Row[] = [
  ["/search?ids=1,2,3", { ids: [1, 2, 3] }, []],
  ["/search?ids=1,2,3,4", { ids: [1, 2, 3, 4] }, ["error maxItems query ids"]],
  ["/search?ids=1,x", { ids: [1, "x"] }, ["error type query ids /1"]],
  ["/search?ids=1%2C2", { ids: ["1,2"] }, ["error type query ids /0"]],
  ["/search?ids=1&ids=2", { ids: [1] }, ["error value-repeated query ids"]],
  ["/search?tags=a&tags=b%26c", { tags: ["a", "b&c"] }, []],
  ["/search?tags=a&tags=a", { tags: ["a", "a"] }, ["error uniqueItems query tags"]],
  ["/search?tags=", { tags: [""] }, ["error minLength query tags /0"]],
  ["/search?words=a%20b+c", { words: ["a", "b", "c"] }, []],
  ["/search?words=a", { words: ["a"] }, ["error minItems query words"]],
  ["/search?sizes=10|cm", { sizes: [10, "cm"] }, []],
  ["/search?sizes=10%7Cin", { sizes: [10, "in"] }, []],
  ["/search?sizes=10|m", { sizes: [10, "m"] }, ["error enum query sizes /1"]],
  ["/search?sizes=10|cm|x", { sizes: [10, "cm", "x"] }, ["error items query sizes"]],
  ["/search?filter[age]=3&filter[name][first]=Al", { filter: { age: 3, name: { first: "Al" } } }, []],
  ["/search?filter[on]=true&filter[on]=false", { filter: { on: [true, false] } }, []],
  ["/search?filter[on][]=true", { filter: { on: [true] } }, []],
  ["/search?filter[age]=x", { filter: { age: "x" } }, ["error type query filter /age"]],
  ["/search?filter[size]=1", { filter: { size: "1" } }, ['error additionalProperties "size" query filter']],
  ["/search?filter[__proto__]=1", undefined, ['error additionalProperties "__proto__" query filter']],
  ["/search?filter[age", {}, ["error value-malformed query filter"]],
  ["/search?from=1&to=2", { page: { from: 1, to: 2 } }, []],
  ["/search?to=2", { page: { to: 2 } }, ['error dependentRequired "from" query page']],
  ["/search?range=lo,1,hi,2.5", { range: { lo: 1, hi: 2.5 } }, []],
  ["/search?range=hi,2", { range: { hi: 2 } }, ['error required "lo" query range']],
  ["/search?range=lo", {}, ["error value-malformed query range"]],
  ["/search?json=%7B%22q%22%3A1%7D", { json: { q: 1 } }, []],
  ["/search?json=%7B%7D", { json: {} }, ['error required "q" query json']],
  ["/search?json=q", {}, ["error value-malformed query json"]],
  ["/search?either=5", { either: 5 }, []],
  ["/search?either=abc", { either: "abc" }, []],
  ["/search?either=12", { either: 12 }, ["error maximum query either"]],
  ["/search?flag", { flag: "" }, []],
  ["/search?flag=true", { flag: true }, []],
  ["/search?flag=1", { flag: "1" }, ["error type query flag"]],
  ["/search?path=/a/b?c:d@e", { path: "/a/b?c:d@e" }, []],
  ["/search\nX-Limits: 1, 2\nx-limits: 3", {}, []],
  ["/search\nX-Limits: 1,two", {}, ["error type header X-Limits /1"]],
  ["/search\nCookie: a=b; theme=dark", {}, []],
  ["/search\nCookie: theme=blue", {}, ["error enum cookie theme"]],
  ["/grid/;cell=1;cell=2/.blue.black/x=1,y=2.5/3,4", {}, []],
  ["/grid/;cell=1;row=2/.blue/x=1,y=2/3", {}, ["error value-malformed path cell"]],
  [
    "/grid/1/blue/x=1/0",
    {},
    [
      "error value-malformed path cell",
      "error value-malformed path color",
      'error required "y" path point',
      "error minimum path list /0",
    ].sort(),
  ],
];

const securityRows: readonly (readonly [string, string])[] = [
  ["/items/a?api_key=k\nX-None: 1", ""],
  ["/items/a\nAuthorization: basic dXNlcjpwYXNz\nCookie: sid=1", ""],
  ["/items/a\nAuthorization: Basic dXNlcjpwYXNz", "credentials-missing cookie sid"],
  ["/items/a\nCookie: sid=1", "credentials-missing header Authorization"],
  ["/items/a\nAuthorization: Bearer x\nCookie: sid=1", "credentials-malformed header Authorization"],
  ["/items/a\nAuthorization: Basic ?!\nCookie: sid=1", "credentials-malformed header Authorization"],
  ["/items/a", "credentials-missing query api_key"],
  ["/items/mine", ""],
  ["/items/a.json", ""],
];

describe("a request to ittybit", () => {
  test.each(ittybitRows)("%s", async (line, read, expected) => {
    const report = await ask(ittybit, `https://api.ittybit.com${line}`, [key]);
    expect(report.findings.map(summarize)).toEqual(expected);
    expect({ ...report.parameters.query }).toEqual(read);
  });

  test.each([
    ["Bearer key", ""],
    ["bearer key", ""],
    ["BEARER  a.b-c_d~e+f/g==", ""],
    ["Basic a2V5", "warning credentials-malformed header Authorization"],
    ["key", "warning credentials-malformed header Authorization"],
    ["Bearer", "warning credentials-malformed header Authorization"],
    ["Bearer two words", "warning credentials-malformed header Authorization"],
  ])("with Authorization: %s", async (value, expected) => {
    const { findings } = await ask(ittybit, "https://api.ittybit.com/media", [["Authorization", value]]);
    expect(findings.map(summarize).join()).toBe(expected);
  });

  test.each([
    ["2024-03-21", ""],
    ["2024-3-21", "warning pattern header Ittybit-Version"],
    ["latest", "warning pattern header Ittybit-Version"],
  ])("with Ittybit-Version: %s", async (value, expected) => {
    const { findings } = await ask(ittybit, "https://api.ittybit.com/media", [
      key,
      ["ittybit-version", value],
    ]);
    expect(findings.map(summarize).join()).toBe(expected);
  });

  test("never shows the credentials it found", async () => {
    const { findings } = await ask(ittybit, "https://api.ittybit.com/media", [
      ["Authorization", "Basic c2VjcmV0"],
    ]);
    expect(JSON.stringify(findings)).not.toContain("c2VjcmV0");
  });
});

describe("a request to edgeCases", () => {
  test.each(edgeCaseRows)("%s", async (line, read, expected) => {
    const report = await ask(edgeCases, line, []);
    expect(report.findings.map(summarize).sort()).toEqual(expected);
    if (read !== undefined) expect(JSON.parse(JSON.stringify(report.parameters.query))).toEqual(read);
  });

  test.each(securityRows)("%s has credentials: %s", async (line, expected) => {
    const { findings } = await ask(edgeCases, line, []);
    const found = findings.filter(({ code }) => code.startsWith("credentials")).map(summarize);
    expect(found.join()).toBe(expected === "" ? "" : `error ${expected}`);
  });
});

/** Lines after the first are headers. A path alone belongs to the edgeCases document. */
function ask(contract: typeof ittybit, text: string, headers: readonly HeaderPair[]) {
  const [url = "", ...lines] = text.split("\n");
  const more = lines.map(
    (line): HeaderPair => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)],
  );
  const whole = url.startsWith("/") ? `https://edge.example.com/api/v1${url}` : url;
  return contract.checkRequest({ method: "GET", url: whole, headers: [...headers, ...more], body: null });
}
