import { readFile } from "node:fs/promises";
import { type CoverageKind, coverageKinds } from "../coverage/coverage-kind.js";
import { DEFAULT_FAIL_ON } from "../default-options.js";
import type { Baseline } from "../report/baseline.js";
import { readReport } from "../report/read-report.js";
import { failOnLevels, type Thresholds } from "../report/thresholds.js";
import { UsageError } from "../usage-error.js";
import { oneOf } from "./flags.js";

/** Flags of every command that passes or fails. */
export const thresholdFlags = {
  "fail-on": { type: "string" },
  "min-coverage": { type: "string", multiple: true },
  baseline: { type: "string" },
  "update-baseline": { type: "boolean" },
} as const;

/** @throws UsageError for invalid values, or a baseline that is not a report */
export async function readThresholds(values: {
  readonly "fail-on"?: string | undefined;
  readonly "min-coverage"?: readonly string[] | undefined;
  readonly baseline?: string | undefined;
  readonly "update-baseline"?: boolean | undefined;
}): Promise<Thresholds> {
  const isUpdated = values["update-baseline"] ?? false;
  if (isUpdated && values.baseline === undefined) {
    throw new UsageError("--update-baseline needs the file: add --baseline FILE.");
  }
  return {
    failOn: oneOf(values["fail-on"] ?? DEFAULT_FAIL_ON, failOnLevels, "--fail-on"),
    minCoverage: Object.fromEntries((values["min-coverage"] ?? []).map(readMinimum)),
    baseline: values.baseline === undefined ? null : await readBaseline(values.baseline, isUpdated),
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

async function readBaseline(file: string, isUpdated: boolean): Promise<Baseline> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--baseline ${file} cannot be read (${error.code}).`);
  });
  const report = await readReport(text, file);
  const known = new Set(report.findings.map(({ fingerprint }) => fingerprint));
  return { file, report, known, isUpdated };
}
