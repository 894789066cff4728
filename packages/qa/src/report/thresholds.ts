import type { ExitCode as RunExitCode, Severity } from "@ittybit/contract";
import { exitCode as exitCodeOf, severities } from "@ittybit/contract/findings";
import { type CoverageKind, coverageKinds, coverageShare } from "../coverage/coverage-kind.js";
import type { Baseline } from "./baseline.js";
import type { Report } from "./report.js";

/**
 * Values of `--fail-on`: the severity from which a finding fails a run, or `never`.
 *
 * @example
 * ```ts
 * import { failOnLevels } from "@ittybit/qa";
 *
 * failOnLevels.includes("warning"); // true
 * ```
 */
export const failOnLevels = [...severities, "never"] as const;
/** One of {@link failOnLevels}. */
export type FailOn = (typeof failOnLevels)[number];

/** 0 conforms, 1 findings, 2 could not run or incomplete: run it again, 3 unreadable input: look at it. */
export type ExitCode = RunExitCode | typeof UNREADABLE;

/** Exit code when part of the input was unreadable. To run again changes nothing. */
const UNREADABLE = 3;

/** What a run must meet to pass. */
export interface Thresholds {
  /** Severity from which a finding fails the run. */
  readonly failOn: FailOn;
  /** Minimum coverage by kind, in percent. */
  readonly minCoverage: Readonly<Partial<Record<CoverageKind, number>>>;
  /** Its findings do not fail the run. */
  readonly baseline: Baseline | null;
}

/** One sentence for each kind whose coverage is below its minimum. */
export function missedCoverage(report: Report, { minCoverage }: Thresholds): string[] {
  return coverageKinds.flatMap((kind) => {
    const wanted = minCoverage[kind];
    if (wanted === undefined) return [];
    const { covered, total } = coverageShare(report.coverage, kind);
    const share = total === 0 ? 100 : (100 * covered) / total;
    if (share >= wanted) return [];
    return [
      `Coverage of ${kind} is ${covered} of ${total}, ${Math.floor(share)} %, below the minimum of ${wanted} %.`,
    ];
  });
}

/** Whether a finding is at or above a threshold. */
export function isFailing({ severity }: { readonly severity: Severity }, threshold: FailOn): boolean {
  return threshold !== "never" && severities.indexOf(severity) <= severities.indexOf(threshold);
}

/** Number of findings that fail a run. */
function failures(report: Report, { failOn, baseline }: Thresholds): number {
  const isKnown = (fingerprint: string) => baseline?.known.has(fingerprint) === true;
  return report.findings.filter((finding) => isFailing(finding, failOn) && !isKnown(finding.fingerprint))
    .length;
}

/** What a run ended with, besides its report. */
interface RunState {
  /** Whether all input was read and all results were kept. @default true */
  readonly isComplete?: boolean;
  /** Whether it is known that there was nothing to check. @default false */
  readonly mayBeEmpty?: boolean;
}

/** The exit code of a run. Missed coverage counts as a failure; a run that checked nothing is not green unless it may. */
export function exitCode(
  report: Report,
  thresholds: Thresholds,
  { isComplete = true, mayBeEmpty = false }: RunState = {},
): ExitCode {
  const { checked, broken, skipped } = report.exchanges;
  const hasChecked = checked > 0 || mayBeEmpty;
  const code = exitCodeOf({
    hasFailed: failures(report, thresholds) > 0 || missedCoverage(report, thresholds).length > 0,
    isComplete: isComplete && hasChecked && skipped === 0,
  });
  return code === 0 && broken > 0 ? UNREADABLE : code;
}
