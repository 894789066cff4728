import { type Finding, formatFinding } from "@ittybit/contract";
import type { CheckedExchange } from "../checker/check-record.js";
import { findSecrets } from "../redaction/find-secrets.js";
import { type RedactText, redactText } from "../redaction/redact-text.js";
import type { IsSecretName } from "../redaction/secret-name.js";
import { curlCommand } from "./curl.js";
import { createExcerpt } from "./excerpt.js";
import type { ExampleExchange, ReportFinding } from "./report.js";

/** The findings of an exchange as a report holds them: worded, with the exchange as example, without secrets. */
export function describeFindings(checked: CheckedExchange, isSecret: IsSecretName): ReportFinding[] {
  const { record, findings } = checked;
  const clean = redactText(findSecrets(record.exchange, isSecret), isSecret);
  const { request, response } = record.exchange;
  const example: ExampleExchange = {
    id: record.id === null ? null : clean(record.id),
    started: record.started === null ? null : clean(record.started),
    method: clean(request.method),
    url: clean(request.url),
    status: response.status,
    curl: curlCommand(request, clean, isSecret),
  };
  return findings.map((finding) => ({
    ...describeOne(finding, example, clean),
    excerpt: createExcerpt(finding, checked, clean, isSecret),
  }));
}

function describeOne(
  finding: Finding,
  example: ExampleExchange,
  clean: RedactText,
): Omit<ReportFinding, "excerpt"> {
  const { fingerprint, code, category, severity, operationId, direction, at, contract } = finding;
  const { inferred, allowed, expected, actual } = finding;
  return {
    fingerprint,
    code,
    sort: category,
    severity,
    operationId,
    direction,
    at: { in: at.in, name: at.name === null ? null : clean(at.name), pointer: clean(at.pointer) },
    contract,
    inferred,
    allowed,
    message: clean(formatFinding(finding)),
    expected: clean(expected),
    actual: clean(actual),
    count: 1,
    example,
  };
}
