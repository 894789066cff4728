import { checkBody, type DecodedBody, drain, emptyBody, noBody } from "../body/check-body.js";
import type { DocumentedResponse } from "../document/contract-model.js";
import { type ExchangeRequest, type ExchangeResponse, headerValues } from "../exchange.js";
import type { Finding, FindingDetail } from "../findings/finding.js";
import { FindingCollector } from "../findings/finding-collector.js";
import { joinPointer } from "../json-pointer.js";
import type { Match, Matched } from "../match/router.js";
import { andThen, type MaybePromise } from "../maybe-promise.js";
import { checkHeader } from "../parameters/check-header.js";
import { responseForStatus } from "../response-for-status.js";
import type { CheckContext } from "./check-context.js";
import { reportUnmatched } from "./check-request.js";
import { isStandardHeader } from "./standard-headers.js";

/** The findings on a response, and what it contained. */
export interface ResponseReport {
  readonly match: Match;
  readonly operationId: string | null;
  /** Status of the documented response that it was checked against: `200`, `2XX`, `default`; null for none. */
  readonly documented: string | null;
  readonly findings: readonly Finding[];
  /** Values of declared headers. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: DecodedBody;
}

/** Method, URL and headers of a request: enough to find its operation. */
export type RequestHead = Pick<ExchangeRequest, "method" | "url"> & Partial<Pick<ExchangeRequest, "headers">>;

/** Checks a response. Reads a stream to its end. Never throws because of what a message contains. */
export function checkResponse(
  context: CheckContext,
  match: Match,
  response: ExchangeResponse,
): MaybePromise<ResponseReport> {
  if (match.outcome !== "matched") return unmatched(context, response, match);
  return checkMatched(context, match, response);
}

function unmatched(
  context: CheckContext,
  { body }: ExchangeResponse,
  match: Exclude<Match, Matched>,
): MaybePromise<ResponseReport> {
  const collector = new FindingCollector("response", null, context.options, context.locate);
  reportUnmatched(collector, match);
  const findings = collector.sorted();
  return andThen(drain(body), (size) => {
    return { match, operationId: null, documented: null, findings, headers: {}, body: { ...noBody, size } };
  });
}

function checkMatched(
  context: CheckContext,
  match: Matched,
  response: ExchangeResponse,
): MaybePromise<ResponseReport> {
  const { responses } = match.operation;
  const documented = responseForStatus(responses, response.status);
  if (documented === undefined) {
    return andThen(drain(response.body), (size) => undocumentedStatus(context, match, response.status, size));
  }
  const report = checkDocumented(context, match, documented, response);
  if (!isOtherSuccess(responses, documented, response.status)) return report;
  return andThen(report, (checked) =>
    checked.findings.some(({ category }) => category === "violation")
      ? undocumentedStatus(context, match, response.status, checked.body.size)
      : checked,
  );
}

/**
 * A success that is documented only by `default`, beside successes that are documented by status. Where it does not
 * conform, `default` describes failures, and the status is undocumented.
 */
function isOtherSuccess(
  responses: readonly DocumentedResponse[],
  { status: documented }: DocumentedResponse,
  status: number,
): boolean {
  if (documented !== "default" || status < 200 || status > 299) return false;
  return responses.some((response) => response.status.startsWith("2"));
}

function undocumentedStatus(
  context: CheckContext,
  match: Matched,
  status: number,
  size: number | null,
): ResponseReport {
  const { operationId, pointer, responses } = match.operation;
  const collector = new FindingCollector("response", operationId, context.options, context.locate);
  const documented = responses.map((response) => response.status);
  collector.add(
    { code: "status-undocumented", status, documented },
    { in: "status", contract: joinPointer(pointer, "responses"), value: status },
  );
  const reason = size === 0 ? null : whyBodiless(match, status);
  if (reason !== null) {
    collector.add({ code: "body-unexpected", bytes: size, reason }, { in: "body", contract: pointer });
  }
  const findings = collector.sorted();
  return { match, operationId, documented: null, findings, headers: {}, body: { ...noBody, size } };
}

function checkDocumented(
  context: CheckContext,
  match: Matched,
  documented: DocumentedResponse,
  response: ExchangeResponse,
): MaybePromise<ResponseReport> {
  const { operationId } = match.operation;
  const collector = new FindingCollector("response", operationId, context.options, context.locate);
  const headers = checkHeaders(context, collector, documented, response);
  return andThen(checkResponseBody(context, collector, match, documented, response), (body) => {
    const findings = collector.sorted();
    return { match, operationId, documented: documented.status, findings, headers, body };
  });
}

function checkHeaders(
  context: CheckContext,
  collector: FindingCollector,
  documented: DocumentedResponse,
  { headers }: ExchangeResponse,
): Record<string, unknown> {
  const values: Record<string, unknown> = Object.create(null);
  for (const header of documented.headers) {
    const value = checkHeader(context, collector, header, headerValues(headers, header.name));
    if (value !== undefined) values[header.name] = value;
  }
  reportUnknownHeaders(collector, documented, headers);
  return values;
}

function reportUnknownHeaders(
  collector: FindingCollector,
  documented: DocumentedResponse,
  headers: ExchangeResponse["headers"],
): void {
  let reported: Set<string> | null = null;
  for (const [name, value] of headers) {
    if (isStandardHeader(name)) continue;
    const plain = name.toLowerCase();
    if (reported?.has(plain) || isDocumented(documented, plain)) continue;
    reported ??= new Set();
    reported.add(plain);
    collector.add(
      { code: "header-undocumented" },
      { in: "header", name: plain, contract: documented.pointer, inferred: documented.inferred, value },
    );
  }
}

function isDocumented({ headers }: DocumentedResponse, plain: string): boolean {
  return headers.some(({ name }) => name.length === plain.length && name.toLowerCase() === plain);
}

function checkResponseBody(
  context: CheckContext,
  collector: FindingCollector,
  match: Matched,
  documented: DocumentedResponse,
  response: ExchangeResponse,
): MaybePromise<DecodedBody> {
  const reason = whyBodiless(match, response.status);
  const { media, pointer: contract, inferred } = documented;
  if (reason === null && media.length > 0) {
    const { headers, body } = response;
    return checkBody(context, collector, { headers, body, media, contract, inferred, isRequired: true });
  }
  return andThen(drain(response.body), (size) => {
    if (size === 0) return emptyBody;
    const detail: FindingDetail =
      reason === null
        ? { code: "body-undocumented", bytes: size }
        : { code: "body-unexpected", bytes: size, reason };
    collector.add(detail, { in: "body", contract, inferred });
    return { ...noBody, size };
  });
}

/** Why HTTP allows no body, whatever the contract documents; null when it allows one (RFC 9110, 6.4.1). */
function whyBodiless({ isHead }: Matched, status: number): string | null {
  if (isHead) return "the request was HEAD";
  return status === 204 || status === 304 || status < 200 ? `status ${status} never has a body` : null;
}
