import type { Severity } from "@ittybit/contract";
import { coverageShares } from "../../coverage/coverage-kind.js";
import type { BaselineComparison } from "../../report/baseline.js";
import type { Report } from "../../report/report.js";
import { plural } from "../wording.js";

/** The result of a run in one sentence. */
export interface Headline {
  readonly tone: "good" | "doubtful" | "bad";
  readonly sentence: string;
}

/** With a baseline, what is new decides. */
export function createHeadline(report: Report, { fresh, known }: BaselineComparison): Headline {
  const [errors, warnings] = [countOf({ findings: fresh }, "error"), countOf({ findings: fresh }, "warning")];
  if (report.exchanges.checked === 0) return { tone: "bad", sentence: "Nothing was checked." };
  if (errors > 0) {
    const way = known.length > 0 ? "new way" : "way";
    const ofApi = countOf({ findings: fresh.filter(({ direction }) => direction === "response") }, "error");
    const who = ofApi > 0 ? "The API breaks its contract" : "Requests break the contract";
    return { tone: "bad", sentence: `${who} in ${plural(ofApi || errors, way)}.` };
  }
  if (report.exchanges.broken + report.exchanges.skipped > 0) {
    return {
      tone: "doubtful",
      sentence: "No fault was found, but part of the traffic could not be checked.",
    };
  }
  if (warnings > 0) {
    return {
      tone: "doubtful",
      sentence: `The API keeps what is documented; ${plural(warnings, "point")} to review.`,
    };
  }
  if (known.length > 0) {
    const findings = plural(known.length, "finding");
    return { tone: "doubtful", sentence: `Nothing new was found; the baseline lists ${findings}.` };
  }
  return { tone: "good", sentence: "The API keeps its contract, as far as the traffic shows." };
}

/** How much was checked, in one sentence. */
export function headlineReason(report: Report): string {
  const { checked } = report.exchanges;
  const share = coverageShares(report.coverage).find(({ kind }) => kind === "operations");
  const operations = share ? `, which used ${share.covered} of ${plural(share.total, "operation")}` : "";
  return `${plural(checked, "exchange")} ${checked === 1 ? "was" : "were"} checked against the contract${operations}.`;
}

export function countOf({ findings }: Pick<Report, "findings">, severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
