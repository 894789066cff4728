import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { createClient } from "@ittybit/client";
import ittybit, { type Exchange } from "@ittybit/contract";
import { createRedactor } from "@ittybit/contract/redaction";
import { createMock, type HistoryEntry, type Mock } from "@ittybit/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { InlineChecker } from "../../../packages/qa/src/checker/inline-checker.js";
import { openContract } from "../../../packages/qa/src/checker/open-contract.js";
import { proxyMessages } from "../../../packages/qa/src/cli/proxy-messages.js";
import { readProxyOptions } from "../../../packages/qa/src/cli/proxy-options.js";
import { openRecording } from "../../../packages/qa/src/proxy/check/recording.js";
import type { Report } from "../../../packages/qa/src/report/report.js";
import { reporterNames, reporters } from "../../../packages/qa/src/reporters/report-formats.js";
import { SECRET } from "./exchanges.js";
import { leaks, placements } from "./placements.js";

const folder = mkdtempSync(join(tmpdir(), "qa-secrets-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The operations that the placements call. */
const REACHED = ["getMedia", "updateMedia"];

let checker: InlineChecker;
let mock: Mock;
const logged: HistoryEntry[] = [];
beforeAll(async () => {
  mock = await createMock({ onResponse: (entry) => void logged.push(entry) });
  const opened = await openContract(null, { today: "2026-01-05" });
  // Only what a placement can reach: the coverage of all else is the same text in each report.
  const operations = opened.plan.operations.filter(({ operationId }) => REACHED.includes(operationId));
  expect(operations).toHaveLength(REACHED.length);
  const { vocabulary } = opened.contract;
  checker = new InlineChecker(
    { ...opened, plan: { ...opened.plan, operations } },
    createRedactor({ vocabulary }),
  );
});

async function reportOf(exchange: Exchange): Promise<Report> {
  await checker.checkExchange({
    kind: "exchange",
    exchange,
    id: null,
    started: null,
    mayLackCredentials: false,
  });
  return checker.takeReport();
}

/** What a recording of the proxy holds. */
function recordingOf(exchange: Exchange): string {
  const file = join(folder, "recording.ndjson");
  rmSync(file, { force: true });
  const redactor = createRedactor({ vocabulary: ittybit.vocabulary });
  const recording = openRecording(file, redactor, (reason) => expect.unreachable(reason));
  recording.add({ kind: "exchange", exchange, id: "1", started: null, mayLackCredentials: false });
  recording.close();
  const text = readFileSync(file, "utf8");
  const { request, response } = JSON.parse(text);
  // a body that is no UTF-8 stands in base64
  const bodies = [request, response].map(({ body }) => Buffer.from(body?.base64 ?? "", "base64"));
  return [text, ...bodies.flatMap((body) => [body.toString("latin1"), body.toString("utf16le")])].join("\n");
}

/** The lines that the proxy prints while it runs. */
async function liveLinesOf({ findings }: Report): Promise<string> {
  const lines: string[] = [];
  const context = { err: (line: string) => void lines.push(line), screen: null };
  const messages = proxyMessages(
    context as unknown as Parameters<typeof proxyMessages>[0],
    await readProxyOptions([]),
  );
  for (const finding of findings) messages.found(finding);
  return lines.join("\n");
}

/** The outputs in which a secret was looked for, and how often one was found. */
const tried = { placements: 0, outputs: 0, leaks: 0 };

/** The log line, the history and the page of a mock that gets the request. */
async function mockOutputOf({ request }: Exchange): Promise<string> {
  const { method, url, headers, body } = request;
  const before = logged.length;
  const init = {
    method,
    headers: new Headers(),
    ...(method === "GET" ? {} : { body: body as Uint8Array<ArrayBuffer> }),
  };
  for (const [name, value] of headers) {
    // a Request refuses what only the wire carries
    if (!/[\r\n]/.test(value)) init.headers.append(name, value);
  }
  const { pathname, search } = new URL(url);
  await mock.fetch(new Request(`https://api.ittybit.com${pathname}${search}`, init));
  const pages = ["/__mock", "/__mock/requests"].map(async (path) =>
    (await mock.fetch(new Request(`http://127.0.0.1${path}`))).text(),
  );
  const entries = logged.slice(before);
  return [JSON.stringify(entries), ...(await Promise.all(pages))].join("\n");
}

/** What a client prints of a call that fails: its key, and the headers and URL of the call, are not in it. */
async function clientErrorOf({ request }: Exchange): Promise<string> {
  const client = createClient({
    apiKey: SECRET,
    headers: { "X-Trace": SECRET },
    retry: 0,
    fetch: () => Promise.reject(new TypeError("fetch failed")),
  });
  const result = await client.media.get("med_123");
  return `${inspect(result, { depth: 9 })}${request.method}`;
}

describe(`${placements.length} placements of a secret`, () => {
  test("are 200 at least, each with its own name", () => {
    expect(placements.length).toBeGreaterThanOrEqual(200);
    expect(new Set(placements.map(({ name }) => name)).size).toBe(placements.length);
  });

  test.each(placements)("$name: is in no output", async ({ exchange }) => {
    const report = await reportOf(exchange);
    expect(report.findings.length).toBeGreaterThan(0);
    const outputs = {
      ...Object.fromEntries(reporterNames.map((name) => [name, reporters[name](report)])),
      recording: recordingOf(exchange),
      live: await liveLinesOf(report),
      mock: await mockOutputOf(exchange),
      client: await clientErrorOf(exchange),
    };
    tried.placements += 1;
    for (const [name, text] of Object.entries(outputs)) {
      const found = leaks(text);
      tried.outputs += 1;
      if (found.length > 0) tried.leaks += 1;
      expect([name, found]).toEqual([name, []]);
    }
  });

  test("would be noticed: each is in the exchange itself", () => {
    expect(leaks(`x${SECRET}`).length).toBeGreaterThan(5);
  });

  afterAll(() => {
    process.stdout.write(
      `Secrets: ${tried.placements} placements, ${tried.outputs} outputs, ${tried.leaks} leaks.\n`,
    );
  });
});
