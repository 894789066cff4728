import { bytesOf, type Exchange, isInMemory } from "@ittybit/contract";
import { qa } from "@ittybit/test-support/commands/qa";
import { altered, faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toNdjson } from "@ittybit/test-support/traffic/traffic";
import { describe, expect, test } from "vitest";
import type { Report, ReportFinding } from "../src/index.js";
import { readEntry } from "../src/input/har/read-entry.js";
import { chrome, exporters, type Json, named } from "./har-exporters.js";

const reportOn = async (input: string): Promise<Report> =>
  JSON.parse((await qa(["check", "-", "--report", "json"], input)).out);
const prints = ({ findings }: Report) =>
  findings.map(({ fingerprint, count }) => [fingerprint, count]).sort();

describe.each(exporters)("a HAR by %s", (_, entry, write) => {
  test("of clean traffic has no findings, and every exchange is checked", async () => {
    const { exchanges, findings, broken } = await reportOn(write(cleanTraffic.map(entry)));
    expect(
      findings.map(({ message, example }: ReportFinding) => [message, example.method, example.url]),
    ).toEqual([]);
    expect(broken).toEqual([]);
    expect(exchanges).toMatchObject({ read: cleanTraffic.length, checked: cleanTraffic.length });
  });

  test("of faulty traffic has the same findings as NDJSON", async () => {
    const seen = await reportOn(write(faultyTraffic.map(entry)));
    expect(prints(seen)).toEqual(prints(await reportOn(toNdjson(faultyTraffic))));
  });
});

const got = altered("/media/med_123", () => undefined);
const created = cleanTraffic.find(({ request, response }) => {
  return request.url.endsWith("/media") && request.method === "POST" && response.status === 201;
}) as Exchange;

/** An entry of Chrome with some of its members changed. */
const changed = (exchange: Exchange, change: { entry?: Json; request?: Json; response?: Json }): Json => {
  const made = chrome(exchange) as { request: Json; response: Json };
  return {
    ...made,
    ...change.entry,
    request: { ...made.request, ...change.request },
    response: { ...made.response, ...change.response },
  };
};

const outcome = ({ exchanges: { checked, elsewhere, unanswered, broken }, findings }: Report) => ({
  counts: { checked, elsewhere, unanswered, broken },
  findings: findings.map(({ code, direction }) => `${direction} ${code}`).sort(),
});
const counts = { checked: 0, elsewhere: 0, unanswered: 0, broken: 0 };
const unchecked = (direction: string) => ({
  counts: { ...counts, checked: 1 },
  findings: [`${direction} unchecked`],
});
const fine = { counts: { ...counts, checked: 1 }, findings: [] };
const jsonHeader = named([["content-type", "application/json"]]);

describe("nothing is lost silently, and nothing is found that was not recorded:", () => {
  test.each<[what: string, entry: unknown, becomes: object]>([
    [
      "a body that was dropped",
      changed(got, { response: { content: { size: 4_000 } } }),
      unchecked("response"),
    ],
    [
      "a body that was dropped, of no known size",
      changed(got, { response: { content: { size: 0, mimeType: "application/json" }, bodySize: -1 } }),
      unchecked("response"),
    ],
    [
      "a body that was dropped for its text",
      changed(got, { response: { content: { size: 10, text: "", comment: "not included" } } }),
      unchecked("response"),
    ],
    [
      "a body that was empty on the wire",
      changed(got, { response: { content: { size: 0, text: "" }, bodySize: 0 } }),
      { counts: { ...counts, checked: 1 }, findings: ["response body-missing"] },
    ],
    [
      "no content",
      changed(got, { response: { content: undefined, headers: jsonHeader } }),
      unchecked("response"),
    ],
    [
      "status 0",
      changed(got, { response: { status: 0 } }),
      { counts: { ...counts, unanswered: 1 }, findings: [] },
    ],
    [
      "status -1",
      changed(got, { response: { status: -1 } }),
      { counts: { ...counts, unanswered: 1 }, findings: [] },
    ],
    ["no response", { request: chrome(got).request }, { counts: { ...counts, unanswered: 1 }, findings: [] }],
    [
      "no status",
      changed(got, { response: { status: "OK" } }),
      { counts: { ...counts, broken: 1 }, findings: [] },
    ],
    ["no request", { response: chrome(got).response }, { counts: { ...counts, broken: 1 }, findings: [] }],
    [
      "a picture inside of a page",
      changed(got, { request: { url: "data:image/png;base64,AAAA" } }),
      { counts: { ...counts, elsewhere: 1 }, findings: [] },
    ],
    [
      "a file of an extension",
      changed(got, { request: { url: "chrome-extension://abc/page.html" } }),
      { counts: { ...counts, elsewhere: 1 }, findings: [] },
    ],
    [
      "an upload whose bytes were dropped",
      changed(created, { request: { postData: undefined, bodySize: 9_000 } }),
      unchecked("request"),
    ],
    [
      "an upload of which the fields are listed",
      changed(created, {
        request: {
          postData: {
            mimeType: "multipart/form-data",
            params: [
              { name: "title", value: "Harbour" },
              { name: "file", fileName: "harbour.mp4", contentType: "video/mp4", value: "" },
            ],
          },
        },
      }),
      fine,
    ],
    [
      "an upload of which the fields are listed, with an unknown one",
      changed(created, {
        request: {
          postData: {
            mimeType: "multipart/form-data; boundary=x",
            params: [
              { name: "titel", value: "Harbour" },
              { name: "file", fileName: "a.txt", contentType: "text/plain" },
            ],
          },
        },
      }),
      {
        counts: { ...counts, checked: 1 },
        findings: ["request part-media-type", "request schema"],
      },
    ],
    [
      "an upload of which the fields are listed, but no media type of its file",
      changed(created, {
        request: {
          postData: { mimeType: "multipart/form-data", params: [{ name: "file", fileName: "harbour.mp4" }] },
        },
      }),
      unchecked("request"),
    ],
    [
      "headers with several values by one name",
      changed(got, { request: { headers: { Authorization: "Bearer key", Accept: ["a/b", "c/d"] } } }),
      fine,
    ],
  ])("%s", async (_, entry, becomes) => {
    expect(outcome(await reportOn(JSON.stringify({ log: { entries: [entry] } })))).toEqual(becomes);
  });
});

test("a body of which each byte was written as a character is read as those bytes", () => {
  const bytes = Buffer.concat([
    Buffer.from("--x\r\nContent-Disposition: form-data\r\n\r\nüber"),
    Buffer.from([0, 255, 128]),
  ]);
  const headers = [{ name: "Content-Length", value: String(bytes.length) }];
  const read = (text: string) => {
    const request = { method: "POST", url: "https://api.ittybit.com/media", headers, postData: { text } };
    const record = readEntry(Buffer.from(JSON.stringify({ request, response: { status: 201 } })));
    const body = record.kind === "exchange" ? record.exchange.request.body : null;
    return isInMemory(body) ? Buffer.from(bytesOf(body)) : body;
  };
  expect(read(bytes.toString("latin1"))).toEqual(bytes);
  expect(read("x".repeat(bytes.length - 1).concat("ü"))).toEqual(
    Buffer.from(`${"x".repeat(bytes.length - 1)}ü`, "latin1"),
  );
  expect(read("über")).toEqual(Buffer.from("über"));
});
