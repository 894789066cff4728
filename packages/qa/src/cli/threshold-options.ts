import { readFile } from "node:fs/promises";
import { type CoverageKind, coverageKinds } from "../coverage/coverage-kind.js";
import { readReport } from "../report/read-report.js";
import type { Report } from "../report/report.js";
import { failOnLevels, type Thresholds } from "../report/thresholds.js";
import { UsageError } from "../usage-error.js";
import { oneOf } from "./flags.js";

/** Flags of every command that passes or fails. */
export const thresholdFlags = {
  "fail-on": { type: "string" },
  "min-coverage": { type: "string", multiple: true },
  baseline: { type: "string" },
} as const;

/** @throws UsageError for invalid values, or a baseline that is not a report */
export async function readThresholds(values: {
  readonly "fail-on"?: string | undefined;
  readonly "min-coverage"?: readonly string[] | undefined;
  readonly baseline?: string | undefined;
}): Promise<Thresholds> {
  const baseline = values.baseline === undefined ? null : await readBaseline(values.baseline);
  return {
    failOn: oneOf(values["fail-on"] ?? "error", failOnLevels, "--fail-on"),
    minCoverage: Object.fromEntries((values["min-coverage"] ?? []).map(readMinimum)),
    known: new Set(baseline?.findings.map(({ fingerprint }) => fingerprint)),
    baselineContract: baseline?.contract ?? null,
  };
}

/** Reads `operations=100`. */
function readMinimum(text: string): [CoverageKind, number] {
  const [kind = "", percent = ""] = text.split("=");
  const number = Number(percent);
  if (percent === "" || !(number >= 0 && number <= 100)) {
    throw new UsageError(`--min-coverage ${text} is not KIND=PERCENT, such as operations=100.`);
  }
  return [oneOf(kind, coverageKinds, "--min-coverage"), number];
}

async function readBaseline(file: string): Promise<Report> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--baseline ${file} cannot be read (${error.code}).`);
  });
  return readReport(text, file);
}
