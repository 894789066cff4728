import { type BodyReading, checkBody, drain, emptyBody, noBody } from "./body/check-body.js";
import { tellUnmatched } from "./check-request.js";
import type { Engine } from "./engine.js";
import { type ExchangeRequest, type ExchangeResponse, headerValues } from "./exchange.js";
import type { Finding } from "./finding.js";
import type { Match, Matched } from "./match/router.js";
import { checkParameter } from "./parameter/check-parameter.js";
import { readHeader } from "./parameter/check-request-parameters.js";
import type { PlanResponse } from "./plan.js";
import { pointerTo } from "./pointer.js";
import { Recorder } from "./report/recorder.js";
import { after, type Soon } from "./soon.js";
import { isStandardHeader } from "./standard-headers.js";

/** The verdict on a response, and what it said. */
export interface ResponseReport {
  readonly match: Match;
  readonly operationId: string | null;
  /** The documented response it was held against: `200`, `2XX`, `default`; null for none. */
  readonly documented: string | null;
  readonly findings: readonly Finding[];
  /** Values of declared headers. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: BodyReading;
}

/** The part of a request that says which operation a response answers. */
export type Asked = Pick<ExchangeRequest, "method" | "url"> & Partial<Pick<ExchangeRequest, "headers">>;

/** Checks a response to a request. A stream as body is read to its end. Never throws for what a message holds. */
export function checkResponse(
  engine: Engine,
  match: Match,
  response: ExchangeResponse,
): Soon<ResponseReport> {
  if (match.outcome !== "matched") return unmatched(engine, response, match);
  return checkMatched(engine, match, response);
}

function unmatched(
  engine: Engine,
  { body }: ExchangeResponse,
  match: Exclude<Match, Matched>,
): Soon<ResponseReport> {
  const recorder = new Recorder("response", null, engine.options, engine.locate);
  tellUnmatched(recorder, match);
  const findings = recorder.sorted();
  return after(drain(body), (size) => {
    return { match, operationId: null, documented: null, findings, headers: {}, body: { ...noBody, size } };
  });
}

function checkMatched(engine: Engine, match: Matched, response: ExchangeResponse): Soon<ResponseReport> {
  const { operation } = match;
  const { operationId } = operation;
  const recorder = new Recorder("response", operation.operationId, engine.options, engine.locate);
  const found = findResponse(operation.responses, response.status);
  if (found === null) {
    const documented = operation.responses.map(({ status }) => status);
    recorder.tell(
      { code: "status-undocumented", status: response.status, documented },
      { in: "status", contract: pointerTo(operation.pointer, "responses"), value: response.status },
    );
    const findings = recorder.sorted();
    return after(drain(response.body), (size) => {
      return { match, operationId, documented: null, findings, headers: {}, body: { ...noBody, size } };
    });
  }
  const headers = checkHeaders(engine, recorder, found, response);
  return after(checkResponseBody(engine, recorder, match, found, response), (body) => {
    const findings = recorder.sorted();
    return { match, operationId, documented: found.status, findings, headers, body };
  });
}

/**
 * The exact status, its range, or `default`, in this order (OpenAPI 3.1, 4.8.16). Where successes are
 * documented by name, `default` speaks of failures, and no other success falls under it.
 */
function findResponse(responses: readonly PlanResponse[], status: number): PlanResponse | null {
  const range = `${Math.floor(status / 100)}XX`;
  const named = byStatus(responses, String(status)) ?? byStatus(responses, range);
  if (named) return named;
  if (range === "2XX" && responses.some((response) => response.status.startsWith("2"))) return null;
  return byStatus(responses, "default") ?? null;
}

function byStatus(responses: readonly PlanResponse[], wanted: string): PlanResponse | undefined {
  for (const response of responses) if (response.status === wanted) return response;
  return undefined;
}

function checkHeaders(
  engine: Engine,
  recorder: Recorder,
  documented: PlanResponse,
  { headers }: ExchangeResponse,
): Record<string, unknown> {
  const values: Record<string, unknown> = Object.create(null);
  for (const header of documented.headers) {
    const explode = header.value.kind === "style" && header.value.explode;
    const read = readHeader(headerValues(headers, header.name), header.name, explode);
    const value = checkParameter(engine, recorder, header, read);
    if (value !== undefined) values[header.name] = value;
  }
  tellUnknownHeaders(recorder, documented, headers);
  return values;
}

function tellUnknownHeaders(
  recorder: Recorder,
  documented: PlanResponse,
  headers: ExchangeResponse["headers"],
): void {
  let told: Set<string> | null = null;
  for (const [name, value] of headers) {
    if (isStandardHeader(name)) continue;
    const plain = name.toLowerCase();
    if (told?.has(plain) || isDocumented(documented, plain)) continue;
    told ??= new Set();
    told.add(plain);
    recorder.tell(
      { code: "header-undocumented" },
      { in: "header", name: plain, contract: documented.pointer, inferred: documented.inferred, value },
    );
  }
}

function isDocumented({ headers }: PlanResponse, plain: string): boolean {
  return headers.some(({ name }) => name.length === plain.length && name.toLowerCase() === plain);
}

function checkResponseBody(
  engine: Engine,
  recorder: Recorder,
  match: Matched,
  documented: PlanResponse,
  response: ExchangeResponse,
): Soon<BodyReading> {
  const because = whyEmpty(match, documented, response.status);
  const { media, pointer: contract, inferred } = documented;
  if (because === null) {
    const { headers, body } = response;
    return checkBody(engine, recorder, { headers, body, media, contract, inferred, isRequired: true });
  }
  return after(drain(response.body), (size) => {
    if (size === 0) return emptyBody;
    recorder.tell({ code: "body-unexpected", bytes: size, because }, { in: "body", contract, inferred });
    return { ...noBody, size };
  });
}

/** Why a response must have no body; null when it must have one (RFC 9110, 6.4.1). */
function whyEmpty({ head }: Matched, { media }: PlanResponse, status: number): string | null {
  if (head) return "the request was HEAD";
  if (status === 204 || status === 304 || status < 200) return `status ${status} never has a body`;
  return media.length === 0 ? "the contract documents no content" : null;
}
