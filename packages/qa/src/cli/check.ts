import { stat } from "node:fs/promises";
import { checkSource } from "../checker/check-source.js";
import type { Checker, CheckSettings } from "../checker/checker.js";
import { DeduplicatingChecker } from "../checker/deduplicating-checker.js";
import { openChecker } from "../checker/open-checker.js";
import { WindowedChecker } from "../checker/windowed-checker.js";
import { openFile, type RecordBatch, type Source, SourceError } from "../input/read-source.js";
import type { Report } from "../report/report.js";
import type { ExitCode } from "../report/thresholds.js";
import { UsageError } from "../usage-error.js";
import { readAllowances } from "./allow-file.js";
import { type CheckOptions, readCheckOptions } from "./check-options.js";
import type { CliContext } from "./cli-context.js";
import { concludeRun } from "./conclude.js";
import { checkHelp } from "./help.js";
import { ProgressBar } from "./progress-bar.js";
import { isPerWindow } from "./report-file.js";
import { WindowFiles } from "./window-files.js";

/** Runs `ittybit-qa check`. @throws UsageError, ContractError when it cannot run */
export async function check(args: readonly string[], terminal: CliContext): Promise<ExitCode> {
  const options = await readCheckOptions(args);
  if (options.help) {
    await terminal.out(`${checkHelp}\n`);
    return 0;
  }
  const sizes = await Promise.all(options.sources.map(sizeOf));
  const bar = terminal.screen && new ProgressBar(terminal.screen, sizes.includes(0) ? null : sum(sizes));
  const context = bar ? below(bar, terminal) : terminal;
  const plain = await openChecker(await checkSettings(options, context), {
    threads: options.jobs ?? context.cores,
    expected: sum(sizes),
  });
  const whole = options.once ? new DeduplicatingChecker(plain) : plain;
  const files = new WindowFiles(options.reports, context);
  const deliver = files.add.bind(files);
  const checker =
    options.every === null ? whole : new WindowedChecker(whole, { window: options.every, deliver });
  try {
    const isWhole = await checkSources(options, { checker, bar }, context);
    const report = await checker.report();
    bar?.erase();
    const isKept = await files.finish();
    return await finish(report, { options, isWhole: isWhole && isKept, problems: checker.problems }, context);
  } finally {
    bar?.erase();
    await checker.close();
  }
}

/** Reads source after source. Whether all were read to their end: one that fails does not keep the others back. */
async function checkSources(
  options: CheckOptions,
  { checker, bar }: { readonly checker: Checker; readonly bar: ProgressBar | null },
  context: CliContext,
): Promise<boolean> {
  let isWhole = true;
  const onProgress = bar ? { onProgress: (cut: RecordBatch) => bar.update(cut) } : {};
  for (const source of options.sources.map((name) => open(name, context))) {
    bar?.next();
    try {
      await checkSource(source, checker, { format: options.format, signal: context.signal, ...onProgress });
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      context.err(`ittybit-qa: ${source.name} cannot be read on: ${error.message}.`);
      isWhole = false;
    }
  }
  return isWhole;
}

/** What came of the run, besides the report. */
interface Outcome {
  readonly options: CheckOptions;
  /** Every source was read to its end, and every part is in a file. */
  readonly isWhole: boolean;
  readonly problems: readonly string[];
}

async function finish(report: Report, outcome: Outcome, context: CliContext): Promise<ExitCode> {
  const { options, isWhole, problems } = outcome;
  const reports = options.reports.filter((target) => !isPerWindow(target));
  const code = await concludeRun(report, { ...options, reports }, context);
  for (const problem of problems) context.err(`ittybit-qa: ${problem}`);
  if (report.exchanges.checked === 0) {
    context.err(`ittybit-qa: ${nothingChecked(options, report.exchanges.elsewhere)}`);
  }
  if (context.signal.aborted)
    context.err("ittybit-qa: Stopped before the end: the report holds what was checked until then.");
  return code === 0 && (!isWhole || context.signal.aborted) ? 2 : code;
}

async function checkSettings(
  { spec, strict, hosts, allow, redact }: CheckOptions,
  { today }: CliContext,
): Promise<CheckSettings> {
  const options = { strict, hosts, today, allow: allow === null ? [] : await readAllowances(allow) };
  return { spec, options, redact };
}

/** What is said on standard error stands where the bar was. */
function below(bar: ProgressBar, context: CliContext): CliContext {
  const err = (line: string) => {
    bar.erase();
    context.err(line);
  };
  return { ...context, err };
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}

function open(name: string, { stdin }: CliContext): Source {
  return name === "-" ? { name: "standard input", bytes: stdin } : openFile(name);
}

/** Bytes of a file; 0 for standard input. @throws UsageError when it cannot be read */
async function sizeOf(name: string): Promise<number> {
  if (name === "-") return 0;
  const found = await stat(name).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    const why = found.code === "ENOENT" ? "does not exist" : `cannot be read (${found.code})`;
    throw new UsageError(`${name} ${why}.`);
  }
  if (found.isDirectory()) throw new UsageError(`${name} is a directory: name the files in it.`);
  return found.size;
}

function nothingChecked({ hosts }: CheckOptions, elsewhere: number): string {
  if (elsewhere === 0) return "Nothing was checked: the input has no exchange with an answer.";
  const hint = Object.keys(hosts).length === 0 ? "" : " too";
  return `Nothing was checked: all ${elsewhere} exchanges went to hosts that the contract does not name. Map them${hint} with --server HOST=api.ittybit.com.`;
}
