import type { Severity } from "@ittybit/contract";
import { compareWithBaseline } from "../report/baseline.js";
import type { Report, ReportFinding } from "../report/report.js";
import { escapeLines } from "./escape.js";
import type { ReporterOptions } from "./reporter.js";
import { inputProblems } from "./summary.js";
import { times } from "./wording.js";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/**
 * Workflow commands of GitHub Actions: each finding becomes an annotation at its line of the contract. Problems of the
 * input are errors without a line. Findings of the baseline have no annotation.
 */
export function github(report: Report, { baseline }: ReporterOptions = {}): string {
  const faults = inputProblems(report).map((text) => `::error title=input::${data(text)}`);
  const { fresh } = compareWithBaseline(report, baseline);
  const lines = [...faults, ...fresh.map(annotation)];
  return lines.map((line) => `${line}\n`).join("");
}

function annotation({
  severity,
  contract,
  operationId,
  message,
  code,
  example,
  count,
}: ReportFinding): string {
  const place = contract?.file ? [`file=${property(contract.file)}`, `line=${contract.line ?? 1}`] : [];
  const fields = [...place, `title=${property(`${operationId ?? "no operation"}: ${code}`)}`];
  const seen = `Seen ${times(count)}, first ${example.method} ${example.url} → ${example.status}`;
  return `::${commands[severity]} ${fields.join(",")}::${data(`${message}\n${seen}\n${example.curl}`)}`;
}

function data(text: string): string {
  return escapeLines(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
