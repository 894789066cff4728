import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { qa } from "@ittybit/test-support/commands/qa";
import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toHar, toLine, toNdjson } from "@ittybit/test-support/traffic/traffic";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { reporterNames } from "../src/reporters/report-formats.js";

const folder = mkdtempSync(join(tmpdir(), "qa-safety-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

const traffic = toNdjson(cleanTraffic);
beforeEach(() => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
});

describe("a report is never written onto an input", () => {
  const setUp = async () => {
    writeFileSync(at("x.ndjson"), traffic);
    writeFileSync(at("allow.yaml"), "[]\n");
    await qa(["check", "-", "--report", `json=${at("base.json")}`], traffic);
    symlinkSync(at("x.ndjson"), at("link"));
    linkSync(at("x.ndjson"), at("hard"));
  };

  test.each([
    ["the file itself", "x.ndjson"],
    ["a symbolic link to it", "link"],
    ["a hard link to it", "hard"],
    ["the list of allowed drift", "allow.yaml"],
    ["the baseline", "base.json"],
  ])("%s", async (_, name) => {
    await setUp();
    const before = readFileSync(at(name));
    const flags = ["--allow", at("allow.yaml"), "--baseline", at("base.json")];
    const reports = ["--report", `html=${at("other.html")}`, "--report", `json=${at(name)}`];
    const ran = await qa(["check", at("x.ndjson"), ...flags, ...reports]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(`--report json=${at(name)} would overwrite the input`);
    expect(readFileSync(at(name)).equals(before)).toBe(true);
    expect(() => readFileSync(at("other.html"))).toThrow("ENOENT");
  });

  test("an input of merge", async () => {
    await setUp();
    const ran = await qa(["merge", at("base.json"), "--report", `html=${at("base.json")}`]);
    expect(ran).toMatchObject({ code: 2, out: "" });
  });
});

test.each([
  ["check", "--server", "https://user:SECRETxK7vWm2Lp9@a.example=b=c"],
  ["proxy", "--server", "https://user:SECRETxK7vWm2Lp9@a.example/path/here"],
  ["proxy", "https://user:SECRETxK7vWm2Lp9@a.example"],
])("a password in a flag is in no error: %s", async (...args) => {
  const ran = await qa(args[0] === "check" ? [args[0], "x", ...args.slice(1)] : args);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain("REDACTED");
  expect(ran.err).not.toContain("SECRET");
});

test("--no-redact keeps what only looks secret", async () => {
  const [first] = faultyTraffic;
  const exchange = {
    ...first,
    request: { ...first?.request, url: `${first?.request.url}?session_count=5151515` },
  };
  const line = toNdjson([exchange as (typeof faultyTraffic)[number]]);
  const hidden = await qa(["check", "-", "--report", "json"], line);
  expect(hidden.out).not.toContain("5151515");
  const shown = await qa(["check", "-", "--report", "json", "--no-redact", "sessionCount"], line);
  expect(shown.out).toContain("session_count=5151515");
});

test("cookies that a HAR lists beside the headers are secret too", async () => {
  const [first] = faultyTraffic as [(typeof faultyTraffic)[number]];
  const url = `${first.request.url}?q=SECRETxK7vWm2Lp9`;
  const har = JSON.parse(toHar([{ ...first, request: { ...first.request, url } }]));
  expect((await qa(["check", "-", "--report", "json"], JSON.stringify(har))).out).toContain("SECRET");
  har.log.entries[0].request.cookies = [{ name: "sid", value: "SECRETxK7vWm2Lp9" }];
  expect((await qa(["check", "-", "--report", "json"], JSON.stringify(har))).out).not.toContain("SECRET");
});

test.each([250, 1_000])("a list of %d signed URLs is checked in time", async (count) => {
  const media = Array.from({ length: count }, (_, index) => ({
    id: `x${index}`,
    url: `https://cdn.example/v${index}.mp4?Expires=1&Signature=Sg${index}abcdefghijklmnopqrstuvwxyz0123456789&Key-Pair-Id=KP${index}XYZ`,
  }));
  const exchange = {
    request: { method: "GET", url: "https://api.ittybit.com/media", headers: [], body: null },
    response: {
      status: 200,
      headers: [["Content-Type", "application/json"]] as [string, string][],
      body: Buffer.from(JSON.stringify({ data: media })),
    },
  };
  const started = process.cpuUsage();
  const { out, code } = await qa(["check", "-", "--report", "json"], `${toLine(exchange)}\n`);
  const { user, system } = process.cpuUsage(started);
  expect(code).toBe(1);
  expect(out).not.toMatch(/Sg\d+abc/);
  // a square takes minutes
  expect((user + system) / 1e6).toBeLessThan(20);
});

/** A zero-width space, a byte order mark, a bidirectional override, a tag and a control character. */
const INVISIBLE = "\u200b\ufeff\u202e\u{e0041}\u001b";

test("invisible characters are escapes in every output", async () => {
  const [first] = faultyTraffic as [(typeof faultyTraffic)[number]];
  const url = `${first.request.url}?a${INVISIBLE}=1`;
  const line = toNdjson([{ ...first, request: { ...first.request, url } }]);
  for (const form of reporterNames) {
    const { out } = await qa(["check", "-", "--report", form], `${line}{"${INVISIBLE}`);
    expect([form, out.match(/[\p{Cf}\p{Zl}\p{Zp}]|\p{Cc}(?<![\t\n])/gu)]).toEqual([form, null]);
    expect(out).toMatch(/u200b/);
  }
  const { err } = await qa(["check", `no-such-${INVISIBLE}-file`]);
  expect(err).toContain("no-such-\\u200b\\ufeff\\u202e\\u{e0041}\\x1b-file");
});

test("a document may refer to files elsewhere only if its folder is allowed", async () => {
  mkdirSync(at("spec"));
  mkdirSync(at("parts"));
  writeFileSync(at("parts/book.yaml"), "type: object\nsecretword: 1\n");
  const text = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /books:
    get:
      operationId: listBooks
      responses:
        "200":
          description: ok
          content: { application/json: { schema: { $ref: ../parts/book.yaml } } }
`;
  writeFileSync(at("spec/openapi.yaml"), text);
  const json: [string, string][] = [["Content-Type", "application/json"]];
  const line = toNdjson([
    {
      request: { method: "GET", url: "/books", headers: [], body: null },
      response: { status: 200, headers: json, body: Buffer.from("{}") },
    },
  ]);
  const refused = await qa(["check", "-", "--spec", at("spec/openapi.yaml")], line);
  expect(refused).toMatchObject({ code: 2, out: "" });
  expect(refused.err).toContain("--allow-ref");
  expect(refused.err).not.toContain("secretword");
  const allowed = await qa(
    ["check", "-", "--spec", at("spec/openapi.yaml"), "--allow-ref", at("parts")],
    line,
  );
  expect([allowed.err, allowed.code]).toEqual(["", 0]);
});
