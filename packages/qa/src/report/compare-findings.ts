import type { Severity } from "@ittybit/contract";
import { compareKeys, severities } from "@ittybit/contract/findings";
import type { ReportFinding } from "./report.js";

/** 0 for the worst severity. */
export function rankOf(severity: Severity): number {
  return severities.indexOf(severity);
}

/** Worst first, then by operation and location. The fingerprint makes the order total. */
export function compareFindings(a: ReportFinding, b: ReportFinding): number {
  return compareKeys(placeKey(a), placeKey(b));
}

/** Whether to show occurrence `a` of a finding rather than `b`. */
export function isEarlier(a: ReportFinding, b: ReportFinding): boolean {
  return compareKeys(occurrenceKey(a), occurrenceKey(b)) < 0;
}

function placeKey(finding: ReportFinding): string[] {
  const { severity, operationId, direction, at, code, fingerprint } = finding;
  const place = [direction === "response" ? "0" : "1", at.in, at.name ?? "", at.pointer];
  return [String(rankOf(severity)), operationId ?? "~", ...place, code, fingerprint];
}

/** Everything in which occurrences of one finding can differ, so that the choice never depends on their order. */
function occurrenceKey({
  example,
  message,
  actual,
  expected,
  at,
  excerpt,
  inferred,
  allowed,
}: ReportFinding): string[] {
  const { started, id, method, url, status, curl } = example;
  const exchange = [started ?? "~", id ?? "~", method, url, String(status), curl];
  const place = excerpt.map(({ text }) => text).join("\n");
  return [...exchange, at.pointer, message, actual, expected, place, inferred ?? "", allowed ?? ""];
}
