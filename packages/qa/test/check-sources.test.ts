import { getEventListeners } from "node:events";
import { join } from "node:path";
import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toHar } from "@ittybit/test-support/traffic/traffic";
import { afterAll, beforeAll, expect, test } from "vitest";
import { InlineChecker } from "../src/checker/inline-checker.js";
import { readCheckOptions } from "../src/cli/check-options.js";
import { checkSources } from "../src/cli/check-sources.js";
import type { CliContext } from "../src/cli/cli-context.js";
import type { Report } from "../src/report/report.js";
import { Sandbox } from "./sandbox.js";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.open();
});
afterAll(() => sandbox.close());

const { entries } = JSON.parse(toHar([...cleanTraffic, ...faultyTraffic])).log;
const pages = [{ id: "page_1" }, { id: "page_2" }, { id: "page_3" }];
const indented = (log: object) => JSON.stringify({ log }, null, 2);

/** Each object begins as an entry does, whatever it is in. */
const flat = (entry: object) => JSON.stringify(entry).replaceAll("},{", "},\n{");

const files: readonly (readonly [string, string])[] = [
  ["is indented", indented({ entries })],
  ["has another list behind its entries", indented({ entries, pages })],
  ["is not indented by depth", `{"log":{"entries":[${entries.map(flat).join(",\n")}]}}`],
  ["has an entry that is not JSON", indented({ entries }).replace('"httpVersion": "', '"httpVersion": ')],
  ["is cut off", indented({ entries }).slice(0, -1_000)],
];

test.each(files)("a file that %s is reported the same, however it is split", async (_, text) => {
  await sandbox.file("traffic.har", text);
  const file = join(sandbox.folder, "traffic.har");
  const [quick, exact] = [await reportOf(file, 0), await reportOf(file, Number.POSITIVE_INFINITY)];
  expect(quick.exchanges.checked).toBeGreaterThan(10);
  expect(JSON.stringify(quick)).toBe(JSON.stringify(exact));
});

test("many sources leave nothing that listens to the signal of the run", async () => {
  await sandbox.file("one.har", indented({ entries }));
  const file = join(sandbox.folder, "one.har");
  for (let source = 0; source < 3; source++) await reportOf(file, 0);
  expect(getEventListeners(context.signal, "abort")).toEqual([]);
});

async function reportOf(file: string, quickFrom: number): Promise<Report> {
  const settings = { spec: null, options: {}, redact: [], noRedact: [] };
  const setup = { checker: await InlineChecker.open(settings), bar: null, quickFrom };
  const options = await readCheckOptions([file]);
  return (await checkSources(options, setup, context)).report;
}

const context: CliContext = {
  args: [],
  stdin: (async function* () {})(),
  out: async () => true,
  err: () => {},
  screen: null,
  hasColours: false,
  cores: 1,
  signal: new AbortController().signal,
  today: "2026-01-05",
};
