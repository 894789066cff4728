import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { qa } from "@ittybit/test-support/commands/qa";
import { afterAll, describe, expect, test } from "vitest";

describe("what recorders do to a HAR file", () => {
  const specOf = (parameters: string, headers: string) => `openapi: 3.1.0
info: { title: T, version: "1" }
servers: [{ url: "https://api.example.test" }]
paths:
  /n:
    get:
      operationId: op
      parameters: [${parameters}]
      responses:
        "200":
          description: ok
          headers: {${headers}}
          content: { application/json: { schema: { type: object, required: [a], properties: { a: { type: integer } } } } }
`;
  const har = (content: object) =>
    JSON.stringify({
      log: {
        version: "1.2",
        entries: [
          {
            request: { method: "GET", url: "https://api.example.test/n", headers: [], bodySize: 0 },
            response: {
              status: 200,
              headers: [{ name: "content-type", value: "application/json" }],
              content: { size: 7, mimeType: "application/json", ...content },
              bodySize: 2,
            },
          },
        ],
      },
    });
  const folder = mkdtempSync(join(tmpdir(), "qa-har-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const check = async (traffic: string | Uint8Array, spec = specOf("", "")) => {
    writeFileSync(join(folder, "spec.yaml"), spec);
    const { out } = await qa(
      ["check", "-", "--spec", join(folder, "spec.yaml"), "--report", "json"],
      traffic,
    );
    const { exchanges, findings, broken } = JSON.parse(out);
    return { checked: exchanges.checked, codes: findings.map(({ code }: { code: string }) => code), broken };
  };
  const text = '{"a":1}';
  const clean = { checked: 1, codes: [], broken: [] };

  test("text under the name of base64 is read as text", async () => {
    expect(await check(har({ text, encoding: "base64" }))).toEqual(clean);
    expect(await check(har({ text: '{"a":"x"}', encoding: "base64" }))).toMatchObject({ codes: ["schema"] });
    expect(await check(har({ text: Buffer.from(text).toString("base64"), encoding: "base64" }))).toEqual(
      clean,
    );
  });

  test.each(["utf16le", "utf16be"])("a file in %s is read", async (encoding) => {
    const bytes = Buffer.from(`\ufeff${har({ text })}`, "utf16le");
    const inOrder = encoding === "utf16le" ? bytes : bytes.swap16();
    expect(await check(inOrder)).toEqual(clean);
    expect(await check(inOrder.subarray(2))).toEqual(clean);
  });

  test("a file in gzip is read", async () => {
    const comment = randomBytes(2_000).toString("hex");
    const bytes = gzipSync(har({ text, comment }));
    expect(await check(bytes)).toEqual(clean);
    expect(await check(gzipSync(`\ufeff${har({ text })}`))).toEqual(clean);
    const cut = await qa(["check", "-", "--spec", join(folder, "spec.yaml")], bytes.subarray(0, -9));
    expect([cut.code, cut.err]).toEqual([2, expect.stringContaining("unexpected end of file")]);
  });

  test("JSONP is named, with what to remove", async () => {
    const { code, err } = await qa(["check", "-"], `onInputData(${har({ text })});`);
    expect(code).toBe(2);
    expect(err).toContain('it is JSONP, not JSON: remove "onInputData(" at its start and ")" at its end.');
  });

  test.each([
    ["the cached body of a 304", { status: 304 }, { read: 1, checked: 1, cached: 1 }],
    ["status 0 of browsers", { status: 0 }, { read: 1, unanswered: 1 }],
    ["status -1 of Playwright", { status: -1 }, { read: 1, unanswered: 1 }],
    ["status -2 of WebPageTest", { status: -2 }, { read: 1, unanswered: 1 }],
    ["status -999", { status: -999 }, { read: 1, unanswered: 1 }],
    [
      "the redirect that Chrome makes up for HSTS",
      { status: 307, headers: [{ name: "Non-Authoritative-Reason", value: "HSTS" }] },
      { read: 1, unanswered: 1 },
    ],
  ])("%s is no finding", async (_, response, counts) => {
    const { log } = JSON.parse(har({ text }));
    Object.assign(log.entries[0].response, response);
    writeFileSync(
      join(folder, "spec.yaml"),
      specOf("", "").replace('"200"', '"304": {description: same}\n        "200"'),
    );
    const args = ["check", "-", "--spec", join(folder, "spec.yaml"), "--report", "json"];
    const { exchanges, findings } = JSON.parse((await qa(args, JSON.stringify({ log }))).out);
    const seen = Object.entries(exchanges).filter(([, count]) => count !== 0);
    expect([Object.fromEntries(seen), findings]).toEqual([counts, []]);
  });

  test("an empty body of Firefox, whose size counts the headers, is missing", async () => {
    const { log } = JSON.parse(har({ text: "", size: 0 }));
    const { response } = log.entries[0];
    response.bodySize = 143;
    response.headers.push({ name: "Content-Length", value: "0" });
    expect(await check(JSON.stringify({ log }))).toMatchObject({ codes: ["body-missing"] });
    response.headers.pop();
    expect(await check(JSON.stringify({ log }))).toMatchObject({ codes: ["unchecked"] });
  });

  test("the part of a body that Firefox had when the request was cancelled is not checked", async () => {
    const { log } = JSON.parse(har({ text: '{"a":', size: 5 }));
    const { headers } = log.entries[0].response;
    const length = { name: "content-length", value: "100" };
    headers.push(length);
    expect(await check(JSON.stringify({ log }))).toMatchObject({ codes: ["unchecked"] });
    length.value = "5";
    expect(await check(JSON.stringify({ log }))).toMatchObject({ codes: ["body-unreadable"] });
    // the length on the wire, and that of the text
    headers.push({ name: "content-encoding", value: "gzip" });
    log.entries[0].response.content = { size: 7, text, mimeType: "application/json" };
    length.value = "27";
    expect(await check(JSON.stringify({ log }))).toEqual(clean);
  });

  test("cookies that were dropped are not missing", async () => {
    const cookie = "{ name: sid, in: cookie, required: true, schema: { type: string } }";
    const header = " Set-Cookie: { required: true, schema: { type: string } } ";
    expect(await check(har({ text }), specOf(cookie, header))).toEqual(clean);
    const id = "{ name: X-Id, in: header, required: true, schema: { type: string } }";
    expect(await check(har({ text }), specOf(id, ""))).toMatchObject({ codes: ["value-missing"] });
  });
});
