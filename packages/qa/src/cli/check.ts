import { stat } from "node:fs/promises";
import type { Allowance } from "@ittybit/contract";
import type { Checker, CheckSettings } from "../checker/checker.js";
import { DeduplicatingChecker } from "../checker/deduplicating-checker.js";
import { openChecker } from "../checker/open-checker.js";
import { mappableHosts, openContract } from "../checker/open-contract.js";
import { OriginChecker } from "../checker/origin-checker.js";
import { WindowedChecker } from "../checker/windowed-checker.js";
import { brokenPlace } from "../report/broken-record.js";
import type { Report } from "../report/report.js";
import type { ExitCode } from "../report/thresholds.js";
import { UsageError } from "../usage-error.js";
import { WorkerError } from "../worker-link.js";
import { type CheckOptions, readCheckOptions } from "./check-options.js";
import { checkSources, MIN_BYTES_FOR_QUICK_SPLIT } from "./check-sources.js";
import type { CliContext } from "./cli-context.js";
import { concludeRun } from "./conclude-run.js";
import { drainInput } from "./drain-input.js";
import { isUrl } from "./flags.js";
import { checkHelp } from "./help.js";
import { ProgressBar } from "./progress-bar.js";
import { isPerWindow, requireNoOverwrite } from "./report-file.js";
import { WindowFiles } from "./window-files.js";
import { baselineOptions } from "./write-reports.js";

/** Runs `ittybit-qa check`. @throws UsageError, ContractError when it cannot run */
export async function check(args: readonly string[], terminal: CliContext): Promise<ExitCode> {
  const options = await readCheckOptions(args);
  if (options.help) {
    await terminal.out(`${checkHelp}\n`);
    return 0;
  }
  const total = await totalSize(options.sources);
  const { reports, allow, spec, baseline } = options;
  await requireNoOverwrite(reports, [...options.sources, allow, spec, baseline]);
  const bar = terminal.screen && new ProgressBar(terminal.screen, total);
  const shown = bar ? besideBar(bar, terminal) : terminal;
  const drain = drainInput(shown, options.sources.includes("-"));
  const context = { ...shown, signal: drain.signal };
  const files = new WindowFiles(options.reports, context, baselineOptions(options.thresholds));
  const checker = await openCheckerFor(options, { expected: total ?? 0, files }, context);
  const stop = stopInTime(checker, context);
  try {
    const work = async () => {
      const { report, isComplete: isRead } = await checkSources(
        options,
        { checker, bar, quickFrom: MIN_BYTES_FOR_QUICK_SPLIT },
        context,
      );
      bar?.erase();
      const isKept = await files.finish();
      return finish(report, { options, isComplete: isRead && isKept, checker }, context);
    };
    return await Promise.race([work().catch(stop.onError), stop.overdue]);
  } finally {
    stop.clear();
    drain.clear();
    bar?.erase();
    await checker.close();
  }
}

/** After a signal, records that take longer than this are given up, in milliseconds. */
const ABANDON_AFTER_MS = 1_000;

/** After a signal, a run ends at the latest after this, in milliseconds, even without its report. */
const STOP_AFTER_MS = 1_800;

interface Stop {
  /** Resolves with the exit code if the run does not end in time. */
  readonly overdue: Promise<ExitCode>;
  /** Takes the error of a run whose threads were all given up. @throws any other error */
  onError(error: unknown): Promise<ExitCode>;
  clear(): void;
}

/** Ends a run in time after a signal. */
function stopInTime(checker: Checker, { signal, err }: CliContext): Stop {
  const timers: NodeJS.Timeout[] = [];
  const overdue = new Promise<ExitCode>((resolve) => {
    const stop = () => {
      err("ittybit-qa: Stopped before the report was complete.");
      resolve(2);
    };
    const begin = () => {
      timers.push(
        setTimeout(() => checker.abandon(), ABANDON_AFTER_MS),
        setTimeout(stop, STOP_AFTER_MS),
      );
    };
    if (signal.aborted) begin();
    else signal.addEventListener("abort", begin, { once: true });
  });
  return {
    overdue,
    onError: (error) => {
      if (signal.aborted && error instanceof WorkerError) return overdue;
      throw error;
    },
    clear: () => timers.forEach(clearTimeout),
  };
}

async function openCheckerFor(
  options: CheckOptions,
  { expected, files }: { readonly expected: number; readonly files: WindowFiles },
  context: CliContext,
): Promise<Checker> {
  const threads = options.jobs ?? context.cores;
  const plain = await openChecker(await checkSettings(options, context), { threads, expected });
  const fresh = options.once ? new DeduplicatingChecker(plain) : plain;
  const checker = new OriginChecker(fresh, options.run);
  const { every } = options;
  return every === null
    ? checker
    : new WindowedChecker(checker, { window: every, deliver: files.add.bind(files) });
}

async function checkSettings(
  { spec, allowRef, lenient, strict, hosts, allow, redact, noRedact }: CheckOptions,
  { today }: CliContext,
): Promise<CheckSettings> {
  const options = { strict, hosts, today, allow: allow === null ? [] : await allowancesIn(allow) };
  return { spec, document: { allowRef, lenient }, options, redact, noRedact };
}

/** Loads the YAML parser on demand: a run without a list starts earlier. */
async function allowancesIn(file: string): Promise<Allowance[]> {
  const { readAllowances } = await import("./allow-file.js");
  return readAllowances(file);
}

/** How a run ended. */
interface CheckEnd {
  readonly options: CheckOptions;
  /** Every source was read to its end, and every window was written. */
  readonly isComplete: boolean;
  readonly checker: Checker;
}

async function finish(checked: Report, end: CheckEnd, context: CliContext): Promise<ExitCode> {
  const { options, checker } = end;
  const report = ofShard(checked, options.shard);
  const isStopped = context.signal.aborted;
  const reports = options.reports.filter((target) => !isPerWindow(target));
  const { read, checked: count, broken } = report.exchanges;
  const isWhole = options.exchanges === null || options.exchanges === read;
  const isComplete = end.isComplete && !isStopped && isWhole;
  const mayBeEmpty = options.exchanges === read && broken === read;
  const code = await concludeRun(report, { ...options, reports, isComplete, mayBeEmpty }, context);
  if (!isWhole) context.err(`ittybit-qa: The input has ${read} exchanges, not ${options.exchanges}.`);
  for (const problem of checker.problems) context.err(`ittybit-qa: ${problem}`);
  for (const line of hiddenPlaces(report, options.reports)) context.err(`ittybit-qa: ${line}`);
  if (count === 0 && !mayBeEmpty) {
    context.err(`ittybit-qa: ${await nothingChecked(options, report.exchanges.elsewhere)}`);
  }
  if (isStopped) {
    context.err("ittybit-qa: Stopped early: the report covers what was checked until then.");
  }
  return code;
}

/** Names the shard in its report, so that `merge` can tell which are missing. */
function ofShard(report: Report, shard: string | null): Report {
  if (shard === null) return report;
  return { ...report, origin: { ...report.origin, shards: [{ shard, reports: 1 }] } };
}

/** Number of unreadable lines to name. */
const MAX_PLACES_SHOWN = 5;

/** Where the unreadable lines are, when no report names their places. */
function hiddenPlaces({ broken }: Report, targets: CheckOptions["reports"]): string[] {
  if (targets.some(({ reporter }) => reporter !== "json")) return [];
  const lines = broken.filter(({ fingerprint }) => fingerprint !== undefined);
  const shown = lines.slice(0, MAX_PLACES_SHOWN).map((line) => `${brokenPlace(line)}: ${line.problem}.`);
  const rest = lines.length - shown.length;
  return rest > 0 ? [...shown, `And ${rest} more unreadable lines.`] : shown;
}

async function nothingChecked(options: CheckOptions, elsewhere: number): Promise<string> {
  if (elsewhere === 0) return "Nothing was checked: the input has no exchange with a response.";
  const hint = Object.keys(options.hosts).length === 0 ? "" : " too";
  const [host = "HOST", ...others] = await contractHosts(options);
  const more = others.length === 0 ? "" : `, or ${others.join(", ")}`;
  return `Nothing was checked: all ${elsewhere} exchanges went to hosts that the contract does not name. Map them${hint} with --server HOST=${host}${more}.`;
}

/** Number of hosts to name. */
const MAX_HOSTS_SHOWN = 3;

/** Hosts of the contract. Read again for this message only, which few runs print. */
async function contractHosts({ spec, allowRef, lenient }: CheckOptions): Promise<string[]> {
  if (spec === null) return ["api.ittybit.com"];
  const { contract } = await openContract(spec, {}, { allowRef, lenient });
  return mappableHosts(contract.servers).slice(0, MAX_HOSTS_SHOWN);
}

/** Messages on standard error take the place of the progress bar. */
function besideBar(bar: ProgressBar, context: CliContext): CliContext {
  const err = (line: string) => {
    bar.erase();
    context.err(line);
  };
  return { ...context, err };
}

/** Bytes of all sources; null when standard input is one of them. */
async function totalSize(names: readonly string[]): Promise<number | null> {
  const sizes = await Promise.all(names.filter((name) => name !== "-").map(sizeOf));
  return names.includes("-") || sizes.includes(0) ? null : sizes.reduce((sum, size) => sum + size, 0);
}

/** Bytes of a file. @throws UsageError when it cannot be read */
async function sizeOf(name: string): Promise<number> {
  const found = await stat(name).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    if (isUrl(name)) throw new UsageError(`check takes files, not URLs: download ${name} first.`);
    const why = found.code === "ENOENT" ? "does not exist" : `cannot be read (${found.code})`;
    throw new UsageError(`${name} ${why}.`);
  }
  if (found.isDirectory()) throw new UsageError(`${name} is a directory: name the files in it.`);
  return found.size;
}
