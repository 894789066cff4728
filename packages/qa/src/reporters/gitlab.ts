import type { Severity } from "@ittybit/contract";
import { escapeInvisibleJson } from "@ittybit/contract/escape-invisible";
import { compareWithBaseline } from "../report/baseline.js";
import type { Report, ReportFinding } from "../report/report.js";
import type { ReporterOptions } from "./reporter.js";
import { inputProblems } from "./summary.js";

const severities: Readonly<Record<Severity, string>> = { error: "critical", warning: "minor", info: "info" };

/** GitLab Code Quality report, a subset of the Code Climate format. Findings of the baseline are left out. */
export function gitlab(report: Report, { baseline }: ReporterOptions = {}): string {
  const { fresh } = compareWithBaseline(report, baseline);
  const faults = inputProblems(report).map((description, index) =>
    fault(
      { description, check_name: "input", fingerprint: `input-${index}`, severity: "blocker" },
      report.contract.name,
      1,
    ),
  );
  const issues = fresh.map((finding) => issue(finding, report));
  return `${escapeInvisibleJson(JSON.stringify([...faults, ...issues], null, 2))}\n`;
}

function issue(finding: ReportFinding, report: Report) {
  const { message, code, fingerprint, severity, operationId, contract } = finding;
  const description = `${operationId === null ? "" : `${operationId}: `}${message}`;
  const named = { description, check_name: code, fingerprint, severity: severities[severity] };
  return fault(named, contract?.file ?? report.contract.name, contract?.line ?? 1);
}

/** GitLab requires a path: a finding without a file uses the name of the contract. */
function fault<Named extends object>(named: Named, path: string, begin: number) {
  return { ...named, location: { path, lines: { begin } } };
}
