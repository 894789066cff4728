import type { ReportFinding } from "../report/report.js";

/** Findings under the name of their operation. They come worst first, so the operations do as well. */
export function byOperation(findings: readonly ReportFinding[]): Map<string, ReportFinding[]> {
  const groups = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const name = finding.operationId ?? "(no operation)";
    const group = groups.get(name);
    if (group) group.push(finding);
    else groups.set(name, [finding]);
  }
  return groups;
}
