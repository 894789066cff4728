import type { Severity } from "@ittybit/contract";
import { escapeInvisibleJson } from "@ittybit/contract/escape-invisible";
import { compareWithBaseline } from "../report/baseline.js";
import type { Report, ReportFinding } from "../report/report.js";
import type { ReporterOptions } from "./reporter.js";
import { inputProblems } from "./summary.js";

/** States of a result (SARIF 2.1.0, 3.27.24). */
type BaselineState = "new" | "unchanged" | "absent";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/**
 * SARIF 2.1.0, with locations in the files of the contract. With a baseline, each result has a `baselineState`, and
 * those of the baseline that are gone are absent.
 */
export function sarif(report: Report, { baseline }: ReporterOptions = {}): string {
  const { gone } = compareWithBaseline(report, baseline);
  const rules = [...new Set([...report.findings, ...gone].map(({ code }) => code))].sort();
  const stated = (finding: ReportFinding, baselineState: BaselineState) => ({
    ...result(finding, rules.indexOf(finding.code)),
    ...(baseline === undefined ? {} : { baselineState }),
  });
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "ittybit-qa",
            rules: rules.map((id) => ({ id, shortDescription: { text: id.replaceAll("-", " ") } })),
          },
        },
        invocations: [invocation(report)],
        columnKind: "utf16CodeUnits",
        results: [
          ...report.findings.map((finding) =>
            stated(finding, baseline?.known.has(finding.fingerprint) ? "unchanged" : "new"),
          ),
          ...gone.map((finding) => stated(finding, "absent")),
        ],
      },
    ],
  };
  return `${escapeInvisibleJson(JSON.stringify(log, null, 2))}\n`;
}

/** A run is successful if it read everything and checked something, whatever it found. */
function invocation(report: Report) {
  const faults = inputProblems(report);
  return {
    executionSuccessful: faults.length === 0,
    toolExecutionNotifications: faults.map((text) => ({ level: "error", message: { text } })),
  };
}

function result(finding: ReportFinding, ruleIndex: number) {
  const { code, severity, operationId, message, fingerprint, count, allowed, example } = finding;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: `${operationId === null ? "" : `${operationId}: `}${message}` },
    locations: locations(finding),
    partialFingerprints: { "ittybitQa/v1": fingerprint },
    occurrenceCount: count,
    ...(allowed === null ? {} : { suppressions: [{ kind: "external", justification: allowed }] }),
    properties: { example },
  };
}

/** A location without a file has only a logical location, which needs no file in the repository. */
function locations({ contract }: ReportFinding) {
  if (contract === null) return [];
  const logicalLocations = [{ fullyQualifiedName: contract.pointer }];
  if (contract.file === null) return [{ logicalLocations }];
  const uri = contract.file.split("/").map(encodeURIComponent).join("/");
  const physicalLocation = {
    artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
    region: { startLine: contract.line ?? 1 },
  };
  return [{ physicalLocation, logicalLocations }];
}
