import { checkBody, type DecodedBody, drain, emptyBody, noBody } from "../body/check-body.js";
import type { DocumentedResponse } from "../document/contract-model.js";
import { type ExchangeRequest, type ExchangeResponse, headerValues } from "../exchange.js";
import type { Finding } from "../findings/finding.js";
import { FindingCollector } from "../findings/finding-collector.js";
import { joinPointer } from "../json-pointer.js";
import type { Match, Matched } from "../match/router.js";
import { andThen, type MaybePromise } from "../maybe-promise.js";
import { checkParameter } from "../parameters/check-parameter.js";
import { readHeader } from "../parameters/check-request-parameters.js";
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
  const { operation } = match;
  const { operationId } = operation;
  const collector = new FindingCollector("response", operation.operationId, context.options, context.locate);
  const found = responseForStatus(operation.responses, response.status);
  if (found === undefined) {
    const documented = operation.responses.map(({ status }) => status);
    collector.add(
      { code: "status-undocumented", status: response.status, documented },
      { in: "status", contract: joinPointer(operation.pointer, "responses"), value: response.status },
    );
    return andThen(drain(response.body), (size) => {
      const reason = size === 0 ? null : whyBodiless(match, response.status);
      if (reason !== null)
        collector.add(
          { code: "body-unexpected", bytes: size, reason },
          { in: "body", contract: operation.pointer },
        );
      const findings = collector.sorted();
      return { match, operationId, documented: null, findings, headers: {}, body: { ...noBody, size } };
    });
  }
  const headers = checkHeaders(context, collector, found, response);
  return andThen(checkResponseBody(context, collector, match, found, response), (body) => {
    const findings = collector.sorted();
    return { match, operationId, documented: found.status, findings, headers, body };
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
    const explode = header.value.kind === "style" && header.value.explode;
    const read = readHeader(headerValues(headers, header.name), header.name, explode);
    const value = checkParameter(context, collector, header, read);
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
  let where: Set<string> | null = null;
  for (const [name, value] of headers) {
    if (isStandardHeader(name)) continue;
    const plain = name.toLowerCase();
    if (where?.has(plain) || isDocumented(documented, plain)) continue;
    where ??= new Set();
    where.add(plain);
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
  const reason = whyEmpty(match, documented, response.status);
  const { media, pointer: contract, inferred } = documented;
  if (reason === null) {
    const { headers, body } = response;
    return checkBody(context, collector, { headers, body, media, contract, inferred, isRequired: true });
  }
  return andThen(drain(response.body), (size) => {
    if (size === 0) return emptyBody;
    collector.add({ code: "body-unexpected", bytes: size, reason }, { in: "body", contract, inferred });
    return { ...noBody, size };
  });
}

/** Why a response must not have a body; null when it must have one. */
function whyEmpty(match: Matched, { media }: DocumentedResponse, status: number): string | null {
  return whyBodiless(match, status) ?? (media.length === 0 ? "the contract documents no content" : null);
}

/** Why HTTP allows no body, whatever the contract documents; null when it allows one (RFC 9110, 6.4.1). */
function whyBodiless({ isHead }: Matched, status: number): string | null {
  if (isHead) return "the request was HEAD";
  return status === 204 || status === 304 || status < 200 ? `status ${status} never has a body` : null;
}
