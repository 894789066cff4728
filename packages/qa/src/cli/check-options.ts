import type { Window } from "../checker/windowed-checker.js";
import { type Format, formats } from "../input/format.js";
import type { Thresholds } from "../report/thresholds.js";
import { UsageError } from "../usage-error.js";
import { oneOf, parseFlags, readSpec, readWindow } from "./flags.js";
import { readCount, readName } from "./origin-options.js";
import { requireWindows } from "./report-file.js";
import { type ReportTarget, readTargets } from "./report-options.js";
import { readThresholds, thresholdFlags } from "./threshold-options.js";

/** Options of `ittybit-qa check`. */
export interface CheckOptions {
  /** Files to read; `-` is standard input. */
  readonly sources: readonly string[];
  readonly reports: readonly ReportTarget[];
  readonly thresholds: Thresholds;
  /** File of the baseline report. */
  readonly baseline: string | null;
  readonly format: Format | null;
  readonly spec: string | null;
  /** Folders that references of `spec` may lead to, besides its own. */
  readonly allowRef: readonly string[];
  /** Accept faults of the document that do not keep it from being used. */
  readonly lenient: boolean;
  /** Maps hosts in the traffic to hosts of the contract. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly strict: boolean;
  /** File that lists accepted drift. */
  readonly allow: string | null;
  readonly redact: readonly string[];
  readonly noRedact: readonly string[];
  /** Skip lines that were delivered before. */
  readonly once: boolean;
  /** Number of threads; null for one per core. */
  readonly jobs: number | null;
  /** When to write the report of a window; null: only at the end. */
  readonly every: Window | null;
  /** Id of the run, for `merge`. */
  readonly run: string | null;
  /** Name of the shard, for `merge`. */
  readonly shard: string | null;
  /** Number of exchanges that the input has; null if it is not known. */
  readonly exchanges: number | null;
  readonly help: boolean;
}

const flags = {
  ...thresholdFlags,
  report: { type: "string", multiple: true },
  format: { type: "string" },
  spec: { type: "string" },
  "allow-ref": { type: "string", multiple: true },
  "lenient-document": { type: "boolean" },
  server: { type: "string", multiple: true },
  strict: { type: "boolean" },
  allow: { type: "string" },
  redact: { type: "string", multiple: true },
  "no-redact": { type: "string", multiple: true },
  once: { type: "boolean" },
  jobs: { type: "string" },
  every: { type: "string" },
  run: { type: "string" },
  shard: { type: "string" },
  exchanges: { type: "string" },
  help: { type: "boolean" },
} as const;

/** @throws UsageError for invalid arguments */
export async function readCheckOptions(args: readonly string[]): Promise<CheckOptions> {
  const { values, positionals: sources } = parseFlags(args, flags);
  if (!values.help && sources.length === 0) {
    throw new UsageError("No file is given: name one, or - for standard input.");
  }
  const reports = readTargets(values.report);
  requireWindows(
    reports.flatMap(({ file }) => file ?? []),
    values.every !== undefined,
  );
  return {
    sources,
    reports,
    thresholds: await readThresholds(values),
    baseline: values.baseline ?? null,
    format: values.format === undefined ? null : oneOf(values.format, formats, "--format"),
    spec: readSpec(values.spec),
    allowRef: values["allow-ref"] ?? [],
    lenient: values["lenient-document"] ?? false,
    hosts: Object.fromEntries((values.server ?? []).map(readServer)),
    strict: values.strict ?? false,
    allow: values.allow ?? null,
    redact: values.redact ?? [],
    noRedact: values["no-redact"] ?? [],
    once: values.once ?? false,
    jobs: values.jobs === undefined ? null : readJobs(values.jobs),
    every: values.every === undefined ? null : readWindow(values.every),
    run: readName(values.run, "--run"),
    shard: readShard(values.shard, values.every),
    exchanges: readCount(values.exchanges, "--exchanges", 0),
    help: values.help ?? false,
  };
}

/** @throws UsageError with `--every`, which would give each part the name of the whole */
function readShard(shard: string | undefined, every: string | undefined): string | null {
  if (shard === undefined || every === undefined) return readName(shard, "--shard");
  throw new UsageError("--shard names one report: it does not go with --every.");
}

/** Reads `staging.example.com=api.ittybit.com`: the host in the traffic, then the host of the contract, `*` for any. */
function readServer(text: string): [string, string] {
  const [from, to, ...more] = text
    .split("=")
    .map((url) => url.replace(/^https?:\/\//, "").replace(/\/+$/, ""));
  if (from && to && more.length === 0) return [from.toLowerCase(), to];
  throw new UsageError(`--server ${text} is not HOST=HOST, such as staging.example.com=api.ittybit.com.`);
}

function readJobs(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new UsageError(`--jobs ${text} is not a number of threads, from 1 to 999.`);
}
