import { parseArgs } from "node:util";
import { type Format, formats } from "../input/format.js";
import { isReporterName, type ReporterName, reporters } from "../reporters/reporters.js";
import { UsageError } from "../usage-error.js";
import { type Threshold, thresholds } from "../verdict.js";

/** What `ittybit-qa check` was asked to do. */
export interface CheckOptions {
  /** Files to read; `-` for standard input. */
  readonly sources: readonly string[];
  readonly reports: readonly ReportTarget[];
  readonly failOn: Threshold;
  readonly format: Format | null;
  readonly spec: string | null;
  /** Hosts of the traffic to hosts of the contract. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly strict: boolean;
  readonly redact: readonly string[];
  readonly help: boolean;
}

export interface ReportTarget {
  readonly reporter: ReporterName;
  /** null: standard output. */
  readonly file: string | null;
}

const flags = {
  report: { type: "string", multiple: true },
  "fail-on": { type: "string" },
  format: { type: "string" },
  spec: { type: "string" },
  server: { type: "string", multiple: true },
  strict: { type: "boolean" },
  redact: { type: "string", multiple: true },
  help: { type: "boolean" },
} as const;

/** @throws UsageError for arguments that make no sense */
export function readCheckOptions(args: readonly string[]): CheckOptions {
  const { values, positionals } = parse(args);
  const sources = positionals;
  if (!values.help && sources.length === 0)
    throw new UsageError("No file is given: name one, or - for standard input.");
  return {
    sources,
    reports: (values.report ?? ["pretty"]).map(readTarget),
    failOn: oneOf(values["fail-on"] ?? "error", thresholds, "--fail-on"),
    format: values.format === undefined ? null : oneOf(values.format, formats, "--format"),
    spec: values.spec ?? null,
    hosts: Object.fromEntries((values.server ?? []).map(readServer)),
    strict: values.strict ?? false,
    redact: values.redact ?? [],
    help: values.help ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/\.? To specify.*|\.$/s, "").concat("."));
  }
}

/** `html=report.html`, or a name alone for standard output. */
function readTarget(text: string): ReportTarget {
  const at = text.indexOf("=");
  const [name, file] = at === -1 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
  if (!isReporterName(name)) throw notOneOf(name, Object.keys(reporters), "--report");
  if (file === "") throw new UsageError(`--report ${text} names no file.`);
  return { reporter: name, file };
}

/** `staging.example.com=api.ittybit.com`: what the traffic calls it, then what the contract calls it, `*` for any. */
function readServer(text: string): [string, string] {
  const [from, to, ...more] = text
    .split("=")
    .map((url) => url.replace(/^https?:\/\//, "").replace(/\/+$/, ""));
  if (from && to && more.length === 0) return [from.toLowerCase(), to];
  throw new UsageError(`--server ${text} is not HOST=HOST, such as staging.example.com=api.ittybit.com.`);
}

function oneOf<Name extends string>(value: string, known: readonly Name[], flag: string): Name {
  const found = known.find((name) => name === value);
  if (found === undefined) throw notOneOf(value, known, flag);
  return found;
}

function notOneOf(value: string, known: readonly string[], flag: string): UsageError {
  return new UsageError(`${flag} ${value} is not one of ${known.join(", ")}.`);
}
