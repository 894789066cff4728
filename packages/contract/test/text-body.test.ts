import ittybit, { bytesOf, type HeaderPair, type TextBody } from "@ittybit/contract";
import { createRedactor } from "@ittybit/contract/redaction";
import { describe, expect, test } from "vitest";

const url = "https://api.ittybit.com/media/med_1";
const json: HeaderPair = ["Content-Type", "application/json"];

function textBody(text: string): TextBody {
  return { text, length: Buffer.byteLength(text) };
}

describe("a text is checked as its bytes are", () => {
  const cases: [what: string, text: string, headers: HeaderPair[]][] = [
    ["JSON", '{"meta": {"status": 200}, "data": "caf\u00e9 \u{1f30a}"}', [json]],
    ["no JSON", '{"meta": ', [json]],
    ["another charset", '{"meta": "caf\u00e9"}', [["Content-Type", "application/json; charset=iso-8859-1"]]],
    ["an unknown charset", "{}", [["Content-Type", "application/json; charset=none"]]],
    ["a coding that was not undone", "{}", [json, ["Content-Encoding", "gzip"]]],
    ["nothing", "", [json]],
    ["a media type that is not documented", "a,b", [["Content-Type", "text/csv"]]],
  ];

  test.each(cases)("response: %s", async (_, text, headers) => {
    const check = (body: Uint8Array | TextBody) =>
      ittybit.checkResponse({ method: "GET", url }, { status: 200, headers, body });
    expect(await check(textBody(text))).toEqual(await check(Buffer.from(text)));
  });

  test("request: a form with a part", async () => {
    const headers: HeaderPair[] = [["Content-Type", "multipart/form-data; boundary=b"]];
    const part = '--b\r\nContent-Disposition: form-data; name="title"\r\n\r\ncaf\u00e9\r\n--b--\r\n';
    const check = (body: Uint8Array | TextBody) =>
      ittybit.checkRequest({ method: "POST", url: "https://uploads.ittybit.com/media", headers, body });
    const report = await check(textBody(part));
    expect(report).toEqual(await check(Buffer.from(part)));
    expect(report.body.value).toMatchObject({ title: "caf\u00e9" });
  });
});

test("secrets in a text are removed", () => {
  const body = textBody('{"password": "geheim"}');
  const request = { method: "POST", url, headers: [json], body };
  const redacted = createRedactor().open({ request, response: { status: 200, headers: [], body: null } });
  const shown = redacted.request().body as Uint8Array;
  expect(Buffer.from(bytesOf(shown)).toString()).not.toContain("geheim");
});
