import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { DEFAULT_LISTEN } from "../default-options.js";
import type { ListenAddress } from "../proxy/listener.js";
import type { Upstreams } from "../proxy/routing/route.js";
import { readUpstream, type Upstream } from "../proxy/routing/upstream.js";
import type { Thresholds } from "../report/thresholds.js";
import { UsageError } from "../usage-error.js";
import { parseFlags, readDuration, readListenAddress, readSpec } from "./flags.js";
import { type ReportTarget, readTargets } from "./report-options.js";
import { readThresholds, thresholdFlags } from "./threshold-options.js";

/** Options of `ittybit-qa proxy`. */
export interface ProxyOptions {
  readonly listen: ListenAddress;
  readonly upstreams: Upstreams;
  /** Forward `Host` as the caller sent it. */
  readonly keepHost: boolean;
  /** Do not verify certificates of upstreams. */
  readonly insecure: boolean;
  /** File to append exchanges to; null for none. */
  readonly record: string | null;
  /** Replace responses that break the contract. */
  readonly enforce: boolean;
  /** Milliseconds to run; null until a signal. */
  readonly duration: number | null;
  readonly reports: readonly ReportTarget[];
  readonly thresholds: Thresholds;
  /** File of the baseline report. */
  readonly baseline: string | null;
  readonly spec: string | null;
  /** Folders that references of `spec` may lead to, besides its own. */
  readonly allowRef: readonly string[];
  /** Accept faults of the document that do not keep it from being used. */
  readonly lenient: boolean;
  readonly strict: boolean;
  /** File that lists accepted drift. */
  readonly allow: string | null;
  readonly redact: readonly string[];
  readonly noRedact: readonly string[];
  readonly help: boolean;
}

const flags = {
  ...thresholdFlags,
  listen: { type: "string" },
  server: { type: "string", multiple: true },
  "keep-host": { type: "boolean" },
  insecure: { type: "boolean" },
  record: { type: "string" },
  enforce: { type: "boolean" },
  for: { type: "string" },
  report: { type: "string", multiple: true },
  spec: { type: "string" },
  "allow-ref": { type: "string", multiple: true },
  "lenient-document": { type: "boolean" },
  strict: { type: "boolean" },
  allow: { type: "string" },
  redact: { type: "string", multiple: true },
  "no-redact": { type: "string", multiple: true },
  help: { type: "boolean" },
} as const;

/** @throws UsageError for invalid arguments */
export async function readProxyOptions(args: readonly string[]): Promise<ProxyOptions> {
  const { values, positionals } = parseFlags(args, flags);
  if (positionals.length > 0) {
    throw new UsageError(`proxy takes no file or URL, but was given ${positionals[0]}. Use --server URL.`);
  }
  const thresholds = await readThresholds(values);
  if (values.enforce && thresholds.failOn === "never") {
    throw new UsageError("--enforce with --fail-on never would hold every response and replace none.");
  }
  return {
    listen: readListenAddress(values.listen ?? DEFAULT_LISTEN),
    upstreams: new Map((values.server ?? []).map(readServer)),
    keepHost: values["keep-host"] ?? false,
    insecure: values.insecure ?? false,
    record: values.record ?? null,
    enforce: values.enforce ?? false,
    duration: values.for === undefined ? null : readDuration(values.for, "--for"),
    reports: readTargets(values.report),
    thresholds,
    baseline: values.baseline ?? null,
    spec: readSpec(values.spec),
    allowRef: values["allow-ref"] ?? [],
    lenient: values["lenient-document"] ?? false,
    strict: values.strict ?? false,
    allow: values.allow ?? null,
    redact: values.redact ?? [],
    noRedact: values["no-redact"] ?? [],
    help: values.help ?? false,
  };
}

/** Reads `api.ittybit.com=http://127.0.0.1:4010`, or a URL alone for every host. */
function readServer(text: string): [string, Upstream] {
  const [, host = "*", url = ""] = /^(?:([^=/]+)=)?(.*)$/s.exec(text) ?? [];
  const upstream = readUpstream(url);
  if (upstream !== null) return [host.toLowerCase(), upstream];
  throw new UsageError(
    `--server ${text} is not HOST=URL or URL, such as api.ittybit.com=http://127.0.0.1:${DEFAULT_PORTS.mock}; the URL ends with the host or its port.`,
  );
}
