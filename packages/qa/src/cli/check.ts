import { stat } from "node:fs/promises";
import { checkSource } from "../checker/check-source.js";
import type { Checker, CheckSettings } from "../checker/checker.js";
import { OnceChecker } from "../checker/deduplicating-checker.js";
import { openChecker } from "../checker/open-checker.js";
import { PartedChecker } from "../checker/windowed-checker.js";
import { type Cut, openFile, type Source, SourceError } from "../input/read-source.js";
import type { Report } from "../report/report.js";
import type { ExitCode } from "../report/thresholds.js";
import { UsageError } from "../usage-error.js";
import { readAllowances } from "./allow-file.js";
import { type CheckOptions, readCheckOptions } from "./check-options.js";
import type { World } from "./cli-context.js";
import { conclude } from "./conclude.js";
import { checkHelp } from "./help.js";
import { ProgressBar } from "./progress-bar.js";
import { isNumbered } from "./report-file.js";
import { PartFiles } from "./window-files.js";

/** Runs `ittybit-qa check`. @throws UsageError, ContractError when it cannot run */
export async function check(args: readonly string[], around: World): Promise<ExitCode> {
  const options = await readCheckOptions(args);
  if (options.help) {
    await around.out(`${checkHelp}\n`);
    return 0;
  }
  const sizes = await Promise.all(options.sources.map(sizeOf));
  const bar = around.screen && new ProgressBar(around.screen, sizes.includes(0) ? null : sum(sizes));
  const world = bar ? below(bar, around) : around;
  const plain = await openChecker(await checkSettings(options, world), {
    threads: options.jobs ?? world.cores,
    expected: sum(sizes),
  });
  const whole = options.once ? new OnceChecker(plain) : plain;
  const files = new PartFiles(options.reports, world);
  const deliver = files.add.bind(files);
  const checker =
    options.every === null ? whole : new PartedChecker(whole, { every: options.every, deliver });
  try {
    const isWhole = await checkSources(options, { checker, bar }, world);
    const report = await checker.report();
    bar?.erase();
    const isKept = await files.finish();
    return await finish(report, { options, isWhole: isWhole && isKept, troubles: checker.troubles }, world);
  } finally {
    bar?.erase();
    await checker.close();
  }
}

/** Reads source after source. Whether all were read to their end: one that fails does not keep the others back. */
async function checkSources(
  options: CheckOptions,
  { checker, bar }: { readonly checker: Checker; readonly bar: ProgressBar | null },
  world: World,
): Promise<boolean> {
  let isWhole = true;
  const onProgress = bar ? { onProgress: (cut: Cut) => bar.update(cut) } : {};
  for (const source of options.sources.map((name) => open(name, world))) {
    bar?.next();
    try {
      await checkSource(source, checker, { format: options.format, ended: world.ended, ...onProgress });
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      world.err(`ittybit-qa: ${source.name} cannot be read on: ${error.message}.`);
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
  readonly troubles: readonly string[];
}

async function finish(report: Report, outcome: Outcome, world: World): Promise<ExitCode> {
  const { options, isWhole, troubles } = outcome;
  const reports = options.reports.filter((target) => !isNumbered(target));
  const code = await conclude(report, { ...options, reports }, world);
  for (const trouble of troubles) world.err(`ittybit-qa: ${trouble}`);
  if (report.exchanges.checked === 0) {
    world.err(`ittybit-qa: ${nothingChecked(options, report.exchanges.elsewhere)}`);
  }
  if (world.ended.aborted)
    world.err("ittybit-qa: Stopped before the end: the report holds what was checked until then.");
  return code === 0 && (!isWhole || world.ended.aborted) ? 2 : code;
}

async function checkSettings(
  { spec, strict, hosts, allow, redact }: CheckOptions,
  { today }: World,
): Promise<CheckSettings> {
  const options = { strict, hosts, today, allow: allow === null ? [] : await readAllowances(allow) };
  return { spec, options, redact };
}

/** What is said on standard error stands where the bar was. */
function below(bar: ProgressBar, world: World): World {
  const err = (line: string) => {
    bar.erase();
    world.err(line);
  };
  return { ...world, err };
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}

function open(name: string, { stdin }: World): Source {
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
