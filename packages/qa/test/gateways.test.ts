import { execFile, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { qa } from "@ittybit/test-support/commands/qa";
import { codeBlocks } from "@ittybit/test-support/documents/code-block";
import { cleanTraffic } from "@ittybit/test-support/traffic/traffic";
import { afterAll, beforeAll, expect, test } from "vitest";

const page = fileURLToPath(new URL("../../../docs/qa/gateways.md", import.meta.url));
const blocks = codeBlocks(await readFile(page, "utf8"));
const block = (language: string) => blocks.find((one) => one.language === language)?.text ?? "";
const hasPython = spawnSync("python3", ["--version"]).status === 0;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "qa-gateways-"));
});
afterAll(() => rm(folder, { recursive: true }));

const [exchange] = cleanTraffic.filter(({ response }) => response.status === 200);
const bytes = [0xff, 0xfe, 0];

/** Counts what `check` reads of a file. */
async function counts(file: string) {
  const { out } = await qa(["check", file, "--fail-on", "never", "--report", "json"]);
  return JSON.parse(out).exchanges;
}

test("the script for nginx writes lines that check reads", async () => {
  const file = join(folder, "exchanges.mjs");
  await writeFile(file, block("js"));
  const { default: exchanges } = await import(pathToFileURL(file).href);
  const sent: Buffer[] = [];
  const contentType = exchange?.response.headers.find(([name]) => /^content-type$/i.test(name))?.[1];
  const request = {
    variables: {
      scheme: "https",
      http_host: "api.ittybit.com",
      request_uri: "/media",
      msec: "1795683991.276",
      request_time: "0.250",
      request_id: "f801b31c",
    },
    method: "GET",
    rawHeadersIn: exchange?.request.headers,
    status: 200,
    rawHeadersOut: [["Set-Cookie", "a=1"]],
    headersOut: { "Content-Type": contentType, "Content-Length": "3" },
    sendBuffer: (data: Buffer) => sent.push(data),
  };
  for (const byte of bytes) exchanges.collect(request, Buffer.from([byte]), {});
  expect(Buffer.concat(sent)).toEqual(Buffer.from(bytes));
  const line = exchanges.line(request);
  expect(JSON.parse(line)).toMatchObject({
    id: "f801b31c",
    started: "2026-11-26T09:06:31.026Z",
    request: { url: "https://api.ittybit.com/media", body: null },
    response: { body: { base64: "//4A" }, headers: expect.arrayContaining([["Content-Length", "3"]]) },
  });
  await writeFile(join(folder, "nginx.ndjson"), `${line}\n`);
  expect(await counts(join(folder, "nginx.ndjson"))).toMatchObject({ read: 1, checked: 1, broken: 0 });
});

test.skipIf(!hasPython)("the add-on for mitmproxy writes lines that check reads", async () => {
  const file = join(folder, "mitmproxy.ndjson");
  await mkdir(join(folder, "mitmproxy"));
  await writeFile(
    join(folder, "mitmproxy/__init__.py"),
    `class ctx:\n    class options:\n        exchanges = ${JSON.stringify(file)}\n`,
  );
  await writeFile(join(folder, "record_exchanges.py"), block("python"));
  await writeFile(
    join(folder, "flows.py"),
    `from types import SimpleNamespace as Stub
from record_exchanges import addons

headers = Stub(fields=((b"Content-Type", b"application/json"),))
request = Stub(method="GET", pretty_url="https://api.ittybit.com/media", headers=headers,
               raw_content=b"", timestamp_start=1795683991.026)
for content in (b"{}", b"\\xff\\xfe\\x00", None):
    response = Stub(status_code=200, headers=headers, raw_content=content)
    addons[0].response(Stub(id="a58a9b80", request=request, response=response))
addons[0].error(Stub(id="a58a9b81", request=request, response=None))
`,
  );
  await promisify(execFile)("python3", [join(folder, "flows.py")]);
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
  const bodies = lines.map((line) => JSON.parse(line).response?.body);
  expect(bodies).toEqual(["{}", { base64: "//4A" }, undefined, undefined]);
  expect(await counts(file)).toMatchObject({ read: 4, checked: 3, unanswered: 1, broken: 0 });
});

/** Taps that Envoy 1.39.3 wrote: a list, an upload above the limit of 100 bytes, and a request without a response. */
const TAPS = fileURLToPath(new URL("fixtures/taps", import.meta.url));

test("the script for Envoy writes lines that check reads", async () => {
  const script = blocks.find(({ text }) => text.startsWith("// read-taps.mjs"))?.text ?? "";
  await writeFile(join(folder, "read-taps.mjs"), script);
  const { stdout } = await promisify(execFile)("node", [join(folder, "read-taps.mjs"), TAPS]);
  const lines = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const found = lines.map(({ request, response }) => [request.url, request.body, response?.status]);
  expect(found.sort()).toEqual([
    ["https://api.ittybit.com/media", null, undefined],
    ["https://api.ittybit.com/media?limit=1", null, 200],
    ["https://uploads.ittybit.com/media", undefined, 201],
  ]);
  const file = join(folder, "envoy.ndjson");
  await writeFile(file, stdout);
  expect(await counts(file)).toMatchObject({ read: 3, checked: 2, unanswered: 1, broken: 0 });
});
