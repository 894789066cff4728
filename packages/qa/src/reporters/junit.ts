import { gaps } from "../coverage/coverage-kind.js";
import type { Report, ReportFinding } from "../report/report.js";
import { xmlText } from "./escape.js";
import type { ReporterOptions } from "./reporter.js";
import { byOperation, inputProblems } from "./summary.js";
import { contractLocation, times } from "./wording.js";

/** Outcome of a test case. */
type Outcome = "passed" | "failure" | "error" | "skipped";

interface Case {
  readonly name: string;
  readonly outcome: Outcome;
  /** Why the case did not pass. */
  readonly message: string;
  readonly type: string;
  readonly details: readonly string[];
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/**
 * JUnit XML: a suite per operation, a failure per error, a skipped case per operation without traffic and per
 * finding of the baseline. Problems of the input are errors of the suite `input`.
 */
export function junit(report: Report, { baseline }: ReporterOptions = {}): string {
  const known = baseline?.known ?? new Set();
  const suites = [...input(report), ...operations(report, known)];
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="ittybit-qa" ${counts(all)}>`,
    ...suites.flatMap(suiteLines),
    "</testsuites>",
    "",
  ].join("\n");
}

function operations({ findings, coverage }: Report, known: ReadonlySet<string>): Suite[] {
  const groups = byOperation(findings);
  const missing = new Set(gaps(coverage, "operations"));
  const names = [...new Set([...groups.keys(), ...Object.keys(coverage.operations)])].sort();
  return names.map((name) => {
    const found = groups.get(name);
    return {
      name,
      cases: found?.map((finding) => findingCase(finding, known)) ?? [plainCase(missing.has(name))],
    };
  });
}

function plainCase(isMissing: boolean): Case {
  const [outcome, message] = isMissing ? (["skipped", "no traffic"] as const) : (["passed", ""] as const);
  return { name: "conforms to the contract", outcome, message, type: "", details: [] };
}

function findingCase(finding: ReportFinding, known: ReadonlySet<string>): Case {
  const { message, fingerprint, code, severity, example, count } = finding;
  const details = [
    `${severity} ${code}, seen ${times(count)}`,
    contractLocation(finding),
    `${example.method} ${example.url} ${example.status}`,
    ...finding.excerpt.map(({ text, isFault }) => `${isFault ? "> " : "  "}${text}`),
    example.curl,
  ];
  const name = `${message} [${fingerprint}]`;
  if (known.has(fingerprint)) {
    return { name, outcome: "skipped", message: "in the baseline", type: code, details };
  }
  const outcome = severity === "error" ? "failure" : "passed";
  return { name, outcome, message, type: code, details };
}

function input(report: Report): Suite[] {
  const cases = inputProblems(report).map((message): Case => {
    return { name: message, outcome: "error", message, type: "input", details: [] };
  });
  return cases.length === 0 ? [] : [{ name: "input", cases }];
}

function counts(cases: readonly Case[]): string {
  const of = (wanted: Outcome) => cases.filter(({ outcome }) => outcome === wanted).length;
  return `tests="${cases.length}" failures="${of("failure")}" errors="${of("error")}"`;
}

function suiteLines({ name, cases }: Suite): string[] {
  const skipped = cases.filter(({ outcome }) => outcome === "skipped").length;
  const start = `  <testsuite name="${xmlText(name)}" ${counts(cases)} skipped="${skipped}">`;
  return [start, ...cases.map((one) => caseLine(name, one)), "  </testsuite>"];
}

function caseLine(suite: string, { name, outcome, message, type, details }: Case): string {
  const start = `    <testcase name="${xmlText(name)}" classname="${xmlText(suite)}"`;
  const text = details.map(xmlText).join("\n");
  switch (outcome) {
    case "passed":
      return details.length === 0 ? `${start}/>` : `${start}><system-out>${text}</system-out></testcase>`;
    case "skipped":
      return `${start}><skipped message="${xmlText(message)}"/></testcase>`;
    case "failure":
    case "error":
      return `${start}><${outcome} message="${xmlText(message)}" type="${type}">${text}</${outcome}></testcase>`;
    default:
      return outcome satisfies never;
  }
}
