import { readFile } from "node:fs/promises";
import { completeness } from "../report/completeness.js";
import { merge as mergeReports } from "../report/merge.js";
import { readReport } from "../report/read-report.js";
import type { Report } from "../report/report.js";
import type { ExitCode } from "../report/thresholds.js";
import { UsageError } from "../usage-error.js";
import type { CliContext } from "./cli-context.js";
import { concludeRun } from "./conclude-run.js";
import { parseFlags } from "./flags.js";
import { mergeHelp } from "./help.js";
import { readCount, readName } from "./origin-options.js";
import { requireNoOverwrite } from "./report-file.js";
import { readTargets } from "./report-options.js";
import { readThresholds, thresholdFlags } from "./threshold-options.js";

const flags = {
  ...thresholdFlags,
  report: { type: "string", multiple: true },
  expect: { type: "string" },
  run: { type: "string" },
  help: { type: "boolean" },
} as const;

/** Runs `ittybit-qa merge`. @throws UsageError when it cannot run */
export async function merge(args: readonly string[], context: CliContext): Promise<ExitCode> {
  const { values, positionals: files } = parseFlags(args, flags);
  if (values.help) {
    await context.out(`${mergeHelp}\n`);
    return 0;
  }
  if (files.length === 0)
    throw new UsageError("No report is given: name those written with --report json=FILE.");
  const settings = { reports: readTargets(values.report), thresholds: await readThresholds(values) };
  await requireNoOverwrite(settings.reports, [...files, values.baseline ?? null]);
  const reports: Report[] = [];
  for (const file of files) reports.push(await readReport(await read(file), file));
  const [run, expected] = [readName(values.run, "--run"), readCount(values.expect, "--expect", 1)];
  requireRun(reports, run);
  const merged = mergeReports(reports);
  const { isComplete, problems } = completeness(merged, expected, files.length);
  for (const problem of problems) context.err(`ittybit-qa: ${problem}`);
  const report = expected !== null && isComplete ? withoutShards(merged) : merged;
  return concludeRun(report, { ...settings, isComplete }, context);
}

/** @throws UsageError when a report belongs to another run, or to none */
function requireRun(reports: readonly Report[], run: string | null): void {
  const other = reports.find(({ origin }) => run !== null && origin?.run !== run);
  if (other === undefined) return;
  throw new UsageError(`The reports belong to the run ${other.origin?.run ?? "none"}, not ${run}.`);
}

/** The report of the whole, which does not depend on how the traffic was split. */
function withoutShards({ origin, ...report }: Report): Report {
  const { shards: _, ...rest } = origin ?? {};
  return Object.keys(rest).length === 0 ? report : { ...report, origin: rest };
}

function read(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read (${error.code}).`);
  });
}
