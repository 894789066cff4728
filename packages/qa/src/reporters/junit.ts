import { gaps } from "../coverage/coverage-kind.js";
import type { Report, ReportFinding } from "../report/report.js";
import { byOperation } from "./by-operation.js";
import { contractPlace } from "./contract-place.js";
import { xmlText } from "./xml.js";

/** JUnit XML: a suite for each operation, a failing case for each error, a skipped one for what was never seen. */
export function junit(report: Report): string {
  const groups = byOperation(report.findings);
  const missing = new Set(gaps(report.coverage, "operations"));
  const names = [...new Set([...groups.keys(), ...Object.keys(report.coverage.operations)])].sort();
  const suites = names.map((name) => suite(name, groups.get(name) ?? [], missing.has(name)));
  const failed = report.findings.filter(isFailure).length;
  const tests = suites.reduce((sum, { tests }) => sum + tests, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="ittybit-qa" tests="${tests}" failures="${failed}" errors="0">`,
    ...suites.flatMap(({ lines }) => lines),
    "</testsuites>",
    "",
  ].join("\n");
}

function suite(name: string, findings: readonly ReportFinding[], isMissing: boolean) {
  const cases =
    findings.length > 0
      ? findings.map((finding) => findingCase(name, finding))
      : [plainCase(name, isMissing)];
  const failures = findings.filter(isFailure).length;
  const skipped = findings.length === 0 && isMissing ? 1 : 0;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  return {
    tests: cases.length,
    lines: [`  <testsuite name="${xmlText(name)}" ${counts}>`, ...cases, "  </testsuite>"],
  };
}

function isFailure({ severity }: ReportFinding): boolean {
  return severity === "error";
}

function plainCase(name: string, isMissing: boolean): string {
  const start = `    <testcase name="keeps the contract" classname="${xmlText(name)}"`;
  return isMissing ? `${start}><skipped message="no traffic"/></testcase>` : `${start}/>`;
}

function findingCase(name: string, finding: ReportFinding): string {
  const { message, fingerprint, code, severity, example, count } = finding;
  const details = [
    `${severity} ${code}, seen ${count} times`,
    contractPlace(finding),
    `${example.method} ${example.url} ${example.status}`,
    example.curl,
  ].map(xmlText);
  const start = `    <testcase name="${xmlText(`${message} [${fingerprint}]`)}" classname="${xmlText(name)}">`;
  const body = isFailure(finding)
    ? `<failure message="${xmlText(message)}" type="${code}">${details.join("\n")}</failure>`
    : `<system-out>${details.join("\n")}</system-out>`;
  return `${start}${body}</testcase>`;
}
