import type { Severity } from "@ittybit/contract";
import { escapeInvisibleJson } from "@ittybit/contract/escape-invisible";
import type { Report, ReportFinding } from "../report/report.js";
import type { ReporterOptions } from "./reporter.js";
import { inputProblems } from "./summary.js";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** SARIF 2.1.0, with locations in the files of the contract. With a baseline, each result has a `baselineState`. */
export function sarif(report: Report, { known }: ReporterOptions = {}): string {
  const rules = [...new Set(report.findings.map(({ code }) => code))].sort();
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
        results: report.findings.map((finding) => ({
          ...result(finding, rules.indexOf(finding.code)),
          ...(known === undefined ? {} : { baselineState: baselineState(finding, known) }),
        })),
      },
    ],
  };
  return `${escapeInvisibleJson(JSON.stringify(log, null, 2))}\n`;
}

function baselineState({ fingerprint }: ReportFinding, known: ReadonlySet<string>): "unchanged" | "new" {
  return known.has(fingerprint) ? "unchanged" : "new";
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
