import type { ReportFinding } from "../report/report.js";
import { contractPlace } from "../reporters/contract-place.js";

/** An exchange does not keep the contract. The message lists how. */
export class BreachError extends Error {
  override readonly name = "BreachError";
  readonly findings: readonly ReportFinding[];

  constructor(findings: readonly ReportFinding[]) {
    super(breachMessage(findings));
    this.findings = findings;
  }
}

function breachMessage(findings: readonly ReportFinding[]): string {
  const [first] = findings;
  const head = first ? `${first.example.method} ${first.example.url} → ${first.example.status}` : "";
  const lines = findings.map(
    (finding) => `  ${finding.severity}: ${finding.message} (${contractPlace(finding)})`,
  );
  return [`${head} does not keep the contract:`, ...lines].join("\n");
}
