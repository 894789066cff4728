import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ittybit, { type Exchange } from "@ittybit/contract";
import { createRedactor } from "@ittybit/contract/redaction";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { InlineChecker } from "../../../packages/qa/src/checker/inline-checker.js";
import { proxyMessages } from "../../../packages/qa/src/cli/proxy-messages.js";
import { readProxyOptions } from "../../../packages/qa/src/cli/proxy-options.js";
import { openRecording } from "../../../packages/qa/src/proxy/check/recording.js";
import type { Report } from "../../../packages/qa/src/report/report.js";
import { reporterNames, reporters } from "../../../packages/qa/src/reporters/reporters.js";
import { leaks, placements, SECRET } from "./placements.js";

const folder = mkdtempSync(join(tmpdir(), "qa-secrets-"));
afterAll(() => rmSync(folder, { recursive: true }));

let checker: InlineChecker;
beforeAll(async () => {
  const options = { today: "2026-01-05" };
  checker = await InlineChecker.open({ spec: null, options, redact: [], noRedact: [] });
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
    };
    for (const [name, text] of Object.entries(outputs)) expect([name, leaks(text)]).toEqual([name, []]);
  });

  test("would be noticed: each is in the exchange itself", () => {
    expect(leaks(`x${SECRET}`).length).toBeGreaterThan(5);
  });
});
