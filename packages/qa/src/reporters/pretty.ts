import type { Report, ReportFinding } from "../report/report.js";
import { byOperation } from "./by-operation.js";
import { contractPlace } from "./contract-place.js";
import { summary } from "./summary.js";
import { visible } from "./visible.js";

/** The report for people at a terminal: by operation, worst first. */
export function pretty(report: Report): string {
  const blocks = [...byOperation(report.findings)].map(([operation, findings]) =>
    [visible(operation), ...findings.map(block)].join("\n"),
  );
  return `${[...blocks, ...broken(report), ...summary(report)].join("\n")}\n`;
}

function block(finding: ReportFinding): string {
  const { severity, message, count, contract, inferred, allowed, example, fingerprint } = finding;
  const place = contract === null ? [] : [`contract  ${contractPlace(finding)}`];
  const lines = [
    ...place,
    ...(inferred === null ? [] : [`inferred  ${inferred}`]),
    ...(allowed === null ? [] : [`allowed   ${allowed}`]),
    `seen      ${count} ×, first ${example.method} ${example.url} → ${example.status}`,
    `again     ${example.curl}`,
    `id        ${fingerprint}`,
  ];
  return [`  ${severity}  ${visible(message)}`, ...lines.map((line) => `      ${visible(line)}`), ""].join(
    "\n",
  );
}

function broken(report: Report): string[] {
  const lines = report.broken.slice(0, 20).map(({ source, number, problem }) => {
    return visible(`  ${source}: ${number}: ${problem}`);
  });
  const rest = report.exchanges.broken - lines.length;
  if (lines.length === 0) return [];
  return ["Not readable", ...lines, ...(rest > 0 ? [`  and ${rest} more`] : []), ""];
}
