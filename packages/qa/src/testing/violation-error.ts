import type { ReportFinding } from "../report/report.js";
import { contractLocation } from "../reporters/wording.js";

/**
 * Thrown when an exchange does not match the contract. The message lists every finding with its location in the
 * contract.
 *
 * @example
 * ```ts
 * import { ContractViolationError, withContract } from "@ittybit/qa";
 *
 * try {
 *   await withContract(fetch)("https://api.ittybit.com/media");
 * } catch (error) {
 *   if (error instanceof ContractViolationError) console.log(error.findings.length);
 * }
 * ```
 */
export class ContractViolationError extends Error {
  override readonly name = "ContractViolationError";
  readonly findings: readonly ReportFinding[];

  constructor(findings: readonly ReportFinding[]) {
    super(violationMessage(findings));
    this.findings = findings;
  }
}

/** Lists findings below the exchange that they belong to. */
export function violationMessage(findings: readonly ReportFinding[]): string {
  const exchanges = new Map<string, string[]>();
  for (const finding of findings) {
    const { method, url, status } = finding.example;
    const head = `${method} ${url} → ${status} does not match the contract:`;
    exchanges.set(head, [...(exchanges.get(head) ?? []), violationLine(finding)]);
  }
  return [...exchanges].map(([head, lines]) => [head, ...lines].join("\n")).join("\n");
}

/** One finding, indented, with its location in the contract and its fingerprint. */
export function violationLine(finding: ReportFinding): string {
  return `  ${finding.severity}: ${finding.message} (${contractLocation(finding)}, id ${finding.fingerprint})`;
}
