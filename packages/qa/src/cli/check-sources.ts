import { stat } from "node:fs/promises";
import type { Checker } from "../checker/checker.js";
import { openFile, readSource, type Source, SourceError } from "../input/read-source.js";
import { merge } from "../report/merge.js";
import type { Report } from "../report/report.js";
import type { CheckOptions } from "./check-options.js";
import type { CliContext } from "./cli-context.js";
import type { ProgressBar } from "./progress-bar.js";

/** Bytes of a file from which a quick split pays off: it has a report of its own, so that it can be discarded. */
export const MIN_BYTES_FOR_QUICK_SPLIT = 8 * 1024 * 1024;

/** What all sources are checked with. */
export interface CheckSetup {
  readonly checker: Checker;
  readonly bar: ProgressBar | null;
  /** Bytes of a file from which it is split quickly. */
  readonly quickFrom: number;
}

/** What checking all sources came to. */
export interface CheckedSources {
  readonly report: Report;
  /** False if a source broke off; the others are still checked. */
  readonly isComplete: boolean;
}

/** Checks all sources in order. */
export async function checkSources(
  options: CheckOptions,
  setup: CheckSetup,
  context: CliContext,
): Promise<CheckedSources> {
  const { checker, bar, quickFrom } = setup;
  const reports: Report[] = [];
  let isComplete = true;
  /** Something was checked that is in none of the reports. */
  let hasRest = false;
  for (const name of options.sources) {
    bar?.next();
    const isQuick = await canSplitQuickly(name, quickFrom, options);
    if (isQuick && hasRest) reports.push(await checker.takeReport());
    hasRest = true;
    let reading = await checkSource(open(name, isQuick, context), options, setup, context);
    if (isQuick) {
      const report = await checker.takeReport();
      if (report.exchanges.broken === reading.broken) {
        reports.push(report);
        hasRest = false;
      } else {
        bar?.again();
        reading = await checkSource(open(name, false, context), options, setup, context);
      }
    }
    if (reading.isCutOff) isComplete = false;
    if (reading.problem === null) continue;
    context.err(`ittybit-qa: ${reading.problem}`);
    isComplete = false;
  }
  if (hasRest || reports.length === 0) reports.push(await checker.report());
  const [only] = reports;
  return { report: reports.length === 1 && only ? only : merge(reports), isComplete };
}

/** How reading a source ended. */
interface Reading {
  /** Why the source broke off; null if it did not. */
  readonly problem: string | null;
  /** Records that the splitter could not read. */
  readonly broken: number;
  /** The source ends before its end, and may be complete when it is read again. */
  readonly isCutOff: boolean;
}

async function checkSource(
  source: Source,
  { format }: CheckOptions,
  { checker, bar }: CheckSetup,
  context: CliContext,
): Promise<Reading> {
  let [broken, isCutOff] = [0, false];
  try {
    for await (const batch of readSource(source, format, context.signal)) {
      for (const record of batch.records) {
        if (record.kind !== "broken") continue;
        broken += 1;
        isCutOff ||= record.isCutOff === true;
      }
      await checker.check({ source: source.name, format: batch.format, records: batch.records });
      bar?.update(batch);
    }
    return { problem: null, broken, isCutOff };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { problem: `${source.name} could not be read to its end: ${error.message}.`, broken, isCutOff };
  }
}

function open(name: string, isQuick: boolean, { stdin }: CliContext): Source {
  return name === "-" ? { name: "standard input", bytes: stdin } : { ...openFile(name), isQuick };
}

/** Whether what was checked of a source can be discarded and read again: a large file that is not reported in windows. */
async function canSplitQuickly(
  name: string,
  quickFrom: number,
  { every, once }: CheckOptions,
): Promise<boolean> {
  if (name === "-" || every !== null || once) return false;
  const found = await stat(name).catch(() => null);
  return found?.isFile() === true && found.size >= quickFrom;
}
