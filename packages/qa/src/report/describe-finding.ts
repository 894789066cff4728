import type { Finding } from "@ittybit/contract";
import { formatFinding } from "@ittybit/contract/findings";
import { type ExchangeRedactor, REDACTED, type Redactor } from "@ittybit/contract/redaction";
import type { CheckedExchange } from "../checker/check-record.js";
import { curlCommand } from "./curl.js";
import { createExcerpt, isAtSecret } from "./message-excerpt.js";
import type { ExampleExchange, ReportFinding } from "./report.js";

/** The findings of an exchange as a report holds them: worded, with the exchange as example, without secrets. */
export function describeFindings(checked: CheckedExchange, redactor: Redactor): ReportFinding[] {
  const { record, findings } = checked;
  const redacted = redactor.open(record.exchange, record.secrets);
  const request = redacted.request();
  const example: ExampleExchange = {
    id: record.id === null ? null : redacted.text(record.id),
    started: record.started === null ? null : redacted.text(record.started),
    method: request.method,
    url: request.url,
    status: record.exchange.response.status,
    curl: curlCommand(request),
  };
  return findings.map((finding) => ({
    ...describeOne(finding, example, redacted),
    excerpt: createExcerpt(finding, { ...checked, url: request.url }, redacted),
  }));
}

function describeOne(
  finding: Finding,
  example: ExampleExchange,
  redacted: ExchangeRedactor,
): Omit<ReportFinding, "excerpt"> {
  const { fingerprint, code, category, severity, operationId, direction, at, contract } = finding;
  const { inferred, allowed, expected } = finding;
  const actual = isAtSecret(finding, redacted) ? REDACTED : redacted.text(finding.actual);
  return {
    fingerprint,
    code,
    category,
    severity,
    operationId,
    direction,
    at: {
      in: at.in,
      name: at.name === null ? null : redacted.structure(at.name),
      pointer: redacted.structure(at.pointer),
    },
    contract,
    inferred,
    allowed,
    message: redacted.text(formatFinding({ ...finding, actual })),
    expected: redacted.text(expected),
    actual,
    count: 1,
    example,
  };
}
