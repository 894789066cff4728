import type { MockContext } from "../context.js";
import type { MockRequest } from "../http/message.js";
import { pathOf } from "../request/destination.js";
import type { Outcome } from "../response/outcome.js";
import type { HistoryEntry } from "./history.js";

/** The history entry of a request. Secrets of the request are removed from its path and findings. */
export function createEntry(
  { redactor, options }: Pick<MockContext, "redactor" | "options">,
  { method, url, headers }: MockRequest,
  { operationId, findings, response: { status } }: Outcome,
  milliseconds: number,
): HistoryEntry {
  const path = pathOf(url);
  // the path of a valid request is one of the contract, and nothing is said about it
  if (findings.length === 0) return { method, path, operationId, status, milliseconds, findings };
  const request = { method, url, headers, body: null };
  const apiKey = options.apiKey === null ? [] : [options.apiKey];
  const redacted = redactor.open({ request, response: { status, headers: [], body: null } }, apiKey);
  return {
    method: redacted.structure(method),
    path: redacted.structure(path),
    operationId,
    status,
    milliseconds,
    findings: findings.map((finding) => redacted.text(finding)),
  };
}
