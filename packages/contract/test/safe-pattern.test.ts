import { ContractError, createContract } from "@ittybit/contract/create";
import { describe, expect, test } from "vitest";

/** A backtracking engine takes hours. This one takes 0.2 s here. */
const MAX_CPU_MS = 20_000;

function contractOf(pattern: string) {
  const content = { "application/json": { schema: { type: "string", pattern } } };
  return createContract({
    openapi: "3.1.1",
    paths: { "/": { get: { responses: { 200: { description: "", content } } } } },
  });
}

async function codes(pattern: string, value: string): Promise<string[]> {
  const body = new TextEncoder().encode(JSON.stringify(value));
  const headers = [["content-type", "application/json"]] as const;
  const { findings } = await contractOf(pattern).checkResponse(
    { method: "GET", url: "/" },
    { status: 200, headers, body },
  );
  return findings.map((finding) => (finding.code === "unchecked" ? finding.reason : finding.code));
}

describe("a pattern that a backtracking engine hangs on", () => {
  test.each([
    ["^(a+)+$", "a"],
    ["^(a|a)*$", "a"],
    ["^(a|aa)+$", "a"],
    ["(.*a){12}$", "a"],
    [".*.*.*=.*$", "a"],
    ["^([a-z]+-?)+$", "a"],
    ["^(\\d+\\.)*\\d+$", "1"],
    ["^(?:(?:a?){30}){30}b$", "a"],
    ["\\s+$", " "],
    ["^(\\p{L}+\\s?)*$", "é"],
    ["^(?:a|b){1,5000}$", "ab"],
    ["(?:ab|cd){1,5000}x", "abcd"],
    ["^(?!-$)(?!.*--)([a-z]+\\s*[a-z ]*)?$", "a"],
  ])("%s is decided in bounded time", async (pattern, piece) => {
    const start = process.cpuUsage();
    await codes(pattern, `${piece.repeat(9_990)}!`);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000).toBeLessThan(MAX_CPU_MS);
  });

  test.each(["^(a+)+(?=b)$", "^(a*)\\1$", "(?<=(a+)+)b"])("%s is refused at load", (pattern) => {
    expect(() => contractOf(pattern)).toThrow(ContractError);
  });
});

test.each([
  ["^(\\d+\\.)*\\d+$", "1.2.3", "1..2"],
  ["^([a-z]+-)*[a-z]+$", "a-b-c", "a--b"],
  ["(a|b)*c\\b", "xxabc", "abcd"],
  ["^(é|[^\\x00-\\x7F]){2,3}$", "éü", "éa"],
  ["^(a{2,3}b?)+$", "aabaaa", "aba"],
  ["^(?:.|\\n)*x$", "a\nx", "a\n"],
  ["^(?:a|b){1,5000}$", "abba", "abc"],
  ["^(?:ab|cd){2,300}$", "abcd", "abcda"],
  ["^(?=(a+b?)+c)(?=.*d)a*.+$", "aacd", "aabc"],
  ["^(?!(a+)+b|c)(a+|[bc])*$", "aac", "aab"],
])("%s means the same to every engine: %j, and not %j", async (pattern, good, bad) => {
  expect(new RegExp(pattern, "u").test(good)).toBe(true);
  expect(new RegExp(pattern, "u").test(bad)).toBe(false);
  expect(await codes(pattern, good)).toEqual([]);
  expect(await codes(pattern, bad)).toEqual(["schema"]);
});

test("a string of more than 10,000 characters is reported as unchecked", async () => {
  expect(await codes("^a+$", "a".repeat(10_000))).toEqual([]);
  expect(await codes("^a+$", "a".repeat(10_001))).toEqual(["string-too-long"]);
});
