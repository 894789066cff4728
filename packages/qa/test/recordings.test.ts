import { fileURLToPath } from "node:url";
import { qa } from "@ittybit/test-support/commands/qa";
import { describe, expect, test } from "vitest";
import { coverageShares } from "../src/coverage/coverage-kind.js";
import type { Report, ReportFinding } from "../src/index.js";
import { readDump } from "../src/input/k6/read-dump.js";
import { readExecution } from "../src/input/newman/read-execution.js";

const fileOf = (name: string) => fileURLToPath(new URL(`fixtures/recordings/${name}`, import.meta.url));

async function reportOn(source: string, stdin = ""): Promise<Report> {
  const flags = ["--server", "127.0.0.1:26010=*", "--report", "json"];
  return JSON.parse((await qa(["check", source, ...flags], stdin)).out);
}

describe("a recording of its own tool is read whole:", () => {
  const unrecordedUpload = ["createImage unchecked"];
  test.each([
    // the files of a form, and the body of a form with binary content, are not in these two
    ["newman.json.gz", { read: 7, checked: 6, unanswered: 1, refused: 2 }, unrecordedUpload, 160],
    ["k6.log.gz", { read: 5, checked: 4, unanswered: 1, refused: 1 }, unrecordedUpload, 110],
    [
      "chrome.har.gz",
      { read: 11, checked: 4, unanswered: 1, refused: 1, preflight: 4, elsewhere: 2, unproven: 3 },
      [],
      110,
    ],
    [
      "firefox.har.gz",
      { read: 11, checked: 4, unanswered: 1, refused: 1, preflight: 4, elsewhere: 2 },
      [],
      110,
    ],
    ["mitmproxy.har.gz", { read: 6, checked: 5, unanswered: 1, refused: 1 }, [], 150],
    ["playwright-trace.zip", { read: 8, checked: 7, unanswered: 1, refused: 1 }, ["null path-unknown"], 150],
  ])("%s", async (file, counts, findings, properties) => {
    const report = await reportOn(fileOf(file));
    expect(report.exchanges).toMatchObject({ broken: 0, elsewhere: 0, ...counts });
    const seen = report.findings.map(({ operationId, code }: ReportFinding) => `${operationId} ${code}`);
    expect(seen).toEqual(findings);
    // bodies were checked, not only counted
    const share = coverageShares(report.coverage).find(({ kind }) => kind === "properties");
    expect(share?.covered).toBeGreaterThanOrEqual(properties);
  });
});

describe("what cannot be read is named, with what to do:", () => {
  test.each([
    [
      "flows of mitmproxy",
      "1522:9:websocket;0:~8:response;0:~7:request;389:",
      "mitmdump -nr FLOWS --set hardump=",
    ],
    ["a trace in a pipe", "PK\u0003\u0004\u0014", "name the file instead"],
    [
      "a log of k6 in text",
      'time="2026-11-26T09:20:12Z" level=info msg="Request:" source=http-debug\n',
      "--log-format=json",
    ],
    ["a session in XML", '\ufeff<?xml version="1.0"?>\n<charles-session>', "export the recording as HAR"],
    ["an object in a script", 'var har = {"log": {}};', "remove what surrounds the object"],
    [
      "a run of the Postman app",
      '{"id":"1","collection_id":"2","results":[{"name":"a"}]}',
      "newman run --reporters json",
    ],
  ])("%s", async (_, input, says) => {
    const { code, err } = await qa(["check", "-"], input);
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  });
});

test("a line that is no object is named", async () => {
  const { out } = await qa(["check", "-"], "[1]");
  expect(out).toContain(": 1: line is not a JSON object");
});

test("an archive that is no trace is named", async () => {
  const { code, err } = await qa(["check", fileOf("other.zip")]);
  expect([code, err]).toEqual([2, expect.stringContaining("not a Playwright trace")]);
});

describe("a body in a log of k6", () => {
  const bodyOf = (...lines: string[]) => {
    const body = readDump(`${["POST /a HTTP/1.1", ...lines].join("\n")}\n`)?.body;
    return body instanceof Uint8Array ? Buffer.from(body).toString() : body;
  };
  test.each([
    ["of the announced length", ["Content-Length: 2", "", "ab"], "ab"],
    ["with CRLF", ["Content-Length: 4", "", "a\nb"], "a\r\nb"],
    ["that is empty", ["Content-Length: 0", "", ""], null],
    ["without a length", ["", ""], null],
    ["that was changed", ["Content-Length: 3", "", "\ufffd"], undefined],
    ["of another length", ["Content-Length: 9", "", "ab"], undefined],
    ["in chunks", ["Transfer-Encoding: chunked", "", "2", "ab", "1", "c", "0", "", ""], "abc"],
    ["in chunks that do not fit", ["Transfer-Encoding: chunked", "", "5", "ab", "0", "", ""], undefined],
  ])("%s", (_, lines, body) => {
    expect(bodyOf(...lines)).toEqual(body);
  });
});

describe("Newman's report", () => {
  const read = (request: object) => {
    const response = { code: 200, header: [], stream: { type: "Buffer", data: [123, 125] } };
    const record = readExecution(Buffer.from(JSON.stringify({ request, response })));
    if (record.kind !== "exchange") return record.kind;
    const { url, headers, body } = record.exchange.request;
    return { url, headers, body: body instanceof Uint8Array ? Buffer.from(body).toString() : body };
  };
  const url = { protocol: "https", host: ["a", "example"], path: ["b"] };

  test.each<[url: unknown, text: string]>([
    [{ ...url, port: "8443" }, "https://a.example:8443/b"],
    [{ ...url, path: "/b/c" }, "https://a.example/b/c"],
    [
      { ...url, path: [":id", "d e"], variable: [{ key: "id", value: "1/2" }] },
      "https://a.example/1/2/d%20e",
    ],
    [
      {
        ...url,
        query: [
          { key: "q", value: "ä&'" },
          { key: "r", value: null },
          { key: "s", value: "1", disabled: true },
        ],
      },
      "https://a.example/b?q=%C3%A4&%27&r",
    ],
    ["https://a.example/raw", "https://a.example/raw"],
  ])("has the URL %j", (given, text) => {
    expect(read({ method: "GET", url: given })).toMatchObject({ url: text });
  });

  test.each<[mode: object, type: string | null, body: unknown]>([
    [{ mode: "raw", raw: "{}", options: { raw: { language: "json" } } }, "application/json", "{}"],
    [{ mode: "raw", raw: "" }, null, null],
    [
      { mode: "urlencoded", urlencoded: [{ key: "a", value: "b c" }] },
      "application/x-www-form-urlencoded",
      "a=b+c",
    ],
    [
      { mode: "graphql", graphql: { query: "{a}", variables: '{"b":1}' } },
      "application/json",
      '{"query":"{a}","variables":{"b":1}}',
    ],
    [{ mode: "file", file: { src: "a.bin" } }, null, undefined],
    [
      { mode: "formdata", formdata: [{ key: "f", type: "file", src: "a.png" }] },
      "multipart/form-data; boundary=unknown",
      undefined,
    ],
  ])("has the body %j", (body, type, text) => {
    const headers = type === null ? [] : [["Content-Type", type]];
    expect(read({ method: "POST", url, body })).toMatchObject({ headers, body: text });
  });
});
