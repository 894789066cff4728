import type { ReportFinding } from "../report/report.js";
import { contractLocation } from "../reporters/contract-place.js";

/** An exchange does not keep the contract. The message lists how. */
export class ContractViolationError extends Error {
  override readonly name = "ContractViolationError";
  readonly findings: readonly ReportFinding[];

  constructor(findings: readonly ReportFinding[]) {
    super(violationMessage(findings));
    this.findings = findings;
  }
}

/** The findings below the exchanges that show them, each with its place in the contract and its fingerprint. */
export function violationMessage(findings: readonly ReportFinding[]): string {
  const exchanges = new Map<string, string[]>();
  for (const finding of findings) {
    const { method, url, status } = finding.example;
    const head = `${method} ${url} → ${status} does not keep the contract:`;
    exchanges.set(head, [...(exchanges.get(head) ?? []), violationLine(finding)]);
  }
  return [...exchanges].map(([head, lines]) => [head, ...lines].join("\n")).join("\n");
}

/** One finding, indented. */
export function violationLine(finding: ReportFinding): string {
  return `  ${finding.severity}: ${finding.message} (${contractLocation(finding)}, id ${finding.fingerprint})`;
}
