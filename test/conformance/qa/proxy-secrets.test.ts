import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gunzipSync, gzipSync } from "node:zlib";
import type { Exchange, HeaderPair } from "@ittybit/contract";
import { qa } from "@ittybit/test-support/commands/qa";
import { driveExchanges } from "@ittybit/test-support/servers/drive-exchanges";
import { RawServer } from "@ittybit/test-support/servers/raw-connection";
import { RunningProxy } from "@ittybit/test-support/servers/running-proxy";
import { cleanTraffic } from "@ittybit/test-support/traffic/traffic";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reporters } from "../../../packages/qa/src/reporters/report-formats.js";
import { asked, base64, places, plain, posted, said, secret, traces } from "./secret-places.js";

const folder = mkdtempSync(join(tmpdir(), "qa-proxy-secrets-"));
const recording = join(folder, "traffic.ndjson");
const forms = Object.keys(reporters);
let err: string;

/** An exchange whose response is encoded, with the key of the request in it. */
function coded(coding: string, encode: (bytes: Uint8Array) => Uint8Array): Exchange {
  const { request, response } = said((body) => Object.assign(body.data, { created: `key ${plain}` }));
  const headers: HeaderPair[] = [...response.headers, ["Content-Encoding", coding]];
  return { request, response: { ...response, headers, body: encode(response.body as Uint8Array) } };
}

const form = (...parts: string[]) => `${parts.map((part) => `--b\r\n${part}\r\n`).join("")}--b--\r\n`;
const file = (bytes: string) =>
  `Content-Disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n${bytes}`;
const field = (name: string, value: string) =>
  `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`;
const upload = (body: string): Exchange => {
  const { request, response } = posted("multipart/form-data; boundary=b", "");
  const url = "https://uploads.ittybit.com/media";
  return { request: { ...request, method: "POST", url, body: Buffer.from(body, "latin1") }, response };
};

const onTheWire: readonly (readonly [place: string, exchange: Exchange])[] = [
  ["in a gzip body", coded("gzip", gzipSync)],
  ["in a br body", coded("br", brotliCompressSync)],
  ["in a body that was coded twice", coded("gzip, br", (bytes) => brotliCompressSync(gzipSync(bytes)))],
  ["in a body of a coding that nobody here knows", coded("rot13", (bytes) => bytes)],
  ["in a gzip body that is damaged", coded("gzip", (bytes) => gzipSync(bytes).subarray(0, -20))],
  ["beside bytes that are no text", upload(form(file("\xff\xfe\x00\x80"), field("token", plain)))],
  ["in a file", upload(form(file(`\xff\xfe${plain}\x00${base64(plain)}`), field("api_key", plain)))],
  [
    "over several lines",
    upload(form(field("client_secret", `-----BEGIN-----\r\n${plain}\r\n-----END-----`))),
  ],
  ["after 5 MB of a file", upload(form(file("x".repeat(5_000_000)), field("api_key", plain)))],
  ["in credentials that are malformed", asked(["Authorization", `Bearer ${plain} ${secret}`])],
  [
    "in a response to a secret beyond ASCII",
    said((body) => Object.assign(body.data, { created: `p\u00e4ss-${plain}` }), `p\xc3\xa4ss-${plain}`),
  ],
];

const all = [...places, ...onTheWire];

beforeAll(async () => {
  const upstream = await RawServer.start();
  const targets = forms.flatMap((form) => ["--report", `${form}=${join(folder, form)}`]);
  const proxy = await RunningProxy.start(
    ...["--server", `http://127.0.0.1:${upstream.port}`, "--redact", "x-tenant"],
    ...["--record", recording, ...targets],
  );
  await driveExchanges(
    all.map(([, exchange]) => exchange),
    proxy.port,
    upstream,
  );
  ({ err } = await proxy.end());
  upstream.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const found = (text: string) => [...traces(text, plain), ...traces(text, secret)];

test.each(all.map(([place], index) => [place, index] as const))("%s: not in the recording", (_, index) => {
  const line = readFileSync(recording, "utf8").split("\n")[index] ?? "";
  const { request, response } = JSON.parse(line);
  expect(found(line)).toEqual([]);
  for (const { headers, body } of [request, response]) expect(found(decoded(headers, body))).toEqual([]);
});

/** What a body in the recording says to whoever decodes it. */
function decoded(
  headers: readonly HeaderPair[],
  body: string | { base64: string } | null | undefined,
): string {
  if (body === null || body === undefined) return "";
  const bytes = typeof body === "string" ? Buffer.from(body) : Buffer.from(body.base64, "base64");
  const isGzip = headers.some(
    ([name, value]) => name.toLowerCase() === "content-encoding" && value === "gzip",
  );
  return (isGzip ? gunzipSync(bytes) : bytes).toString("latin1");
}

test("none is in a report, or said while the proxy runs", () => {
  expect(err.length).toBeGreaterThan(500);
  expect(found(err)).toEqual([]);
  for (const form of forms) expect(found(readFileSync(join(folder, form), "utf8"))).toEqual([]);
});

test("check finds the same in the recording, but for what a secret itself was the fault of", async () => {
  const { out } = await qa(["check", recording, "--redact", "x-tenant", "--report", "json"]);
  const faults = (text: string): string[] =>
    JSON.parse(text)
      .findings.filter(({ code }: { code: string }) => code !== "unchecked")
      .map(
        ({ fingerprint, message }: { fingerprint: string; message: string }) => `${fingerprint} ${message}`,
      );
  const [live, recorded] = [faults(readFileSync(join(folder, "json"), "utf8")), faults(out)];
  expect(live.filter((fault) => !recorded.includes(fault)).map((fault) => fault.slice(17))).toEqual([
    "response body: is not readable as gzip: the data is damaged",
    'response body at /data: property "REDACTED" is not in the contract',
  ]);
  expect(recorded.length).toBe(live.length - 1);
});

test("a cookie that is a word of the contract hides nothing in the recording", async () => {
  const file = join(folder, "words.ndjson");
  const upstream = await RawServer.start();
  const proxy = await RunningProxy.start("--server", `http://127.0.0.1:${upstream.port}`, "--record", file);
  const { request, response } = cleanTraffic.find(({ request }) =>
    request.url.endsWith("/videos"),
  ) as Exchange;
  const headers: HeaderPair[] = [...request.headers, ["Cookie", "theme=video; sid=4f3a2b1c"]];
  await driveExchanges([{ request: { ...request, headers }, response }], proxy.port, upstream);
  await proxy.end();
  upstream.close();
  const text = readFileSync(file, "utf8");
  expect(text).toContain('["Cookie","theme=REDACTED; sid=REDACTED"]');
  expect(await qa(["check", file])).toMatchObject({ code: 0 });
});
