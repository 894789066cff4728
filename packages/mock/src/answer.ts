import {
  type ExchangeRequest,
  headerValues,
  type Match,
  type Matched,
  type RequestReport,
} from "@ittybit/contract";
import { responseOf } from "./catalogue.js";
import { type Asked, choose } from "./choice.js";
import { type Destination, destinationOf } from "./host.js";
import { checkKey } from "./key.js";
import type { Kitchen } from "./kitchen.js";
import { type Delivery, type Header, headerValue, type MockRequest, type MockResponse } from "./message.js";
import { type Preference, readPreference } from "./prefer.js";
import { check, headersOf, type Prepared, prepare } from "./preparation.js";
import { type Refusal, refusal } from "./refusal.js";
import { limitBody, tooLarge } from "./upload-limit.js";
import { judge } from "./verdict.js";

/** An answer, and what the log says of it. */
export interface Answered {
  readonly response: MockResponse;
  readonly operationId: string | null;
  readonly findings: readonly string[];
  /** Milliseconds that the caller wants to wait for it. */
  readonly delay: number;
}

/** A request whose operation is known. */
interface Called {
  readonly request: MockRequest;
  readonly destination: Destination;
  readonly match: Matched;
}

/**
 * Answers one request: where it leads, whether it is valid, what is preferred, the answer, its check.
 *
 * @param origin where the links of the answer lead, if not where the request went
 */
export async function answer(request: MockRequest, kitchen: Kitchen, origin?: string): Promise<Answered> {
  const destination = destinationOf(request, kitchen.hosts, origin);
  const { url } = destination;
  const match = kitchen.contract.match({ ...request, url });
  if (match.outcome !== "matched") return refuseUnmatched(kitchen, request, url, match);
  return answerCall(kitchen, { request, destination, match });
}

async function answerCall(kitchen: Kitchen, called: Called): Promise<Answered> {
  const { request, destination, match } = called;
  const seen = { method: request.method, url: destination.url, headers: request.headers };
  const early = await refuseEarly(kitchen, called, seen);
  if (early) return early;
  const body = limitBody(request.body, kitchen.options.maxUpload);
  const report = await kitchen.contract.checkRequest({ ...seen, body: body.stream });
  const verdict = judge(report, kitchen.alternatives);
  if (body.isOver()) return refuseCall(kitchen, called, report, tooLarge(kitchen.options.maxUpload));
  const wrongKey = checkKey(match.operation, request.headers, kitchen.options.apiKey);
  if (verdict?.status === 401 || wrongKey) {
    return refuseCall(kitchen, called, report, wrongKey ?? (verdict as Refusal));
  }
  const wish = readPreference(headerValues(request.headers, "prefer"), kitchen.catalogue(match.operation));
  if (wish.kind === "mistake") return refuseCall(kitchen, called, report, preferMistake(wish.message));
  if (verdict) return refuseCall(kitchen, called, report, verdict, wish.preference);
  return answerValid(kitchen, called, report, wish.preference);
}

/** What a caller that waits for `100 Continue`, or announces too much, is told before it sends its body. */
async function refuseEarly(
  kitchen: Kitchen,
  called: Called,
  seen: ExchangeRequest,
): Promise<Answered | null> {
  const { request } = called;
  const isTooLong = Number(headerValue(request.headers, "content-length")) > kitchen.options.maxUpload;
  if (request.proceed === undefined && !isTooLong) return null;
  const report = await kitchen.contract.checkRequest({ ...seen, body: undefined });
  const refused =
    judge(report, kitchen.alternatives) ??
    checkKey(called.match.operation, request.headers, kitchen.options.apiKey) ??
    (isTooLong ? tooLarge(kitchen.options.maxUpload) : null);
  if (refused === null) request.proceed?.();
  return refused && refuseCall(kitchen, called, report, refused);
}

async function answerValid(
  kitchen: Kitchen,
  called: Called,
  report: RequestReport,
  wish: Preference,
): Promise<Answered> {
  const { request, destination, match } = called;
  const preference = withFault(kitchen, wish, `${request.method} ${destination.url}`);
  const accept = headerValues(request.headers, "accept").join(",") || undefined;
  const asked: Asked = { operation: match.operation, report, accept, preference };
  const question = questionOf(asked, called);
  const known = question === null ? undefined : kitchen.memory.get(question);
  if (known) return serve(kitchen, called, known, preference);

  const choice = choose(kitchen, asked);
  if (choice.kind === "not-found") {
    const message = `No example has the ${choice.parameter} ${choice.id}.`;
    return refuseCall(
      kitchen,
      called,
      report,
      {
        status: 404,
        message,
        details: [{ location: "path", field: choice.parameter, message }],
      },
      preference,
    );
  }
  if (choice.kind === "not-acceptable") {
    const message = `Accept names none of the media types of this answer: ${choice.offered.join(", ")}.`;
    return refuseCall(
      kitchen,
      called,
      report,
      refusal(406, [{ location: "header", field: "Accept", message }]),
    );
  }
  const prepared = await prepare(kitchen, asked, choice, destination);
  if (question !== null && choice.kind !== "make-up") kitchen.memory.set(question, prepared);
  return serve(kitchen, called, prepared, preference);
}

/** All that an answer without a body to read depends on; null where there is more. */
function questionOf(
  { report, accept = "", preference }: Asked,
  { request, destination }: Called,
): string | null {
  if (request.body !== null || preference.dynamic) return null;
  const { delay: _delay, fault: _fault, ...wishes } = preference;
  const headers = JSON.stringify([accept, destination.origin, wishes, report.parameters.header]);
  return `${request.method === "HEAD" ? "GET" : request.method} ${destination.url} ${headers}`;
}

/** `429` and `503-then-ok` are statuses: the latter for every second call. */
function withFault({ attempts }: Kitchen, preference: Preference, call: string): Preference {
  if (preference.fault === "429") return { ...preference, code: 429, dynamic: false };
  if (preference.fault !== "503-then-ok") return preference;
  if (attempts.delete(call)) return preference;
  if (attempts.size >= 1000) attempts.clear();
  attempts.set(call, 1);
  return { ...preference, code: 503, dynamic: false };
}

function serve(
  kitchen: Kitchen,
  { match }: Called,
  { breaches, ...answer }: Prepared,
  { delay = 0, fault }: Preference,
): Answered {
  const { operationId } = match.operation;
  if (breaches.length > 0) return breach(kitchen, operationId, breaches);
  return { response: { ...answer, delivery: deliveryOf(fault) }, operationId, findings: [], delay };
}

function deliveryOf(fault: Preference["fault"]): Delivery {
  return fault === undefined || fault === "429" || fault === "503-then-ok" ? "whole" : fault;
}

/** An answer that breaks the contract is never sent: this is sent instead. */
function breach(kitchen: Kitchen, operationId: string, breaches: readonly string[]): Answered {
  const details = breaches.map((message) => ({ location: "body", field: null, message }) as const);
  const message = `The mock's own answer to ${operationId} breaks the contract, so it is not sent. ${breaches[0]}`;
  const response = envelope(kitchen, { status: 500, message, details }, []);
  return { response, operationId, findings: breaches, delay: 0 };
}

/** A refusal with the headers that the operation documents for its status, checked as every answer is. */
async function refuseCall(
  kitchen: Kitchen,
  { match, destination }: Called,
  report: RequestReport,
  refused: Refusal,
  { delay = 0, fault }: Preference = { dynamic: false },
): Promise<Answered> {
  const { operation } = match;
  const documented = responseOf(kitchen.catalogue(operation), refused.status);
  const challenge: Header[] = refused.status === 401 ? challengeOf(match) : [];
  const response = envelope(kitchen, refused, [...headersOf(documented, { report }), ...challenge]);
  const findings =
    refused.details.length > 0 ? refused.details.map(({ message }) => message) : [refused.message];
  const { operationId } = operation;
  if (kitchen.envelope.documented && documented) {
    const { breaches } = await check(kitchen, { operation }, { ...destination, origin: null }, response);
    if (breaches.length > 0) return breach(kitchen, operationId, breaches);
  }
  return { response: { ...response, delivery: deliveryOf(fault) }, operationId, findings, delay };
}

/** RFC 9110, section 11.6.1. */
function challengeOf({ operation }: Matched): Header[] {
  const scheme = operation.security.flat().find(({ scheme }) => scheme !== "")?.scheme;
  return scheme === undefined
    ? []
    : [["WWW-Authenticate", scheme.replace(/^./, (letter) => letter.toUpperCase())]];
}

function refuseUnmatched(
  kitchen: Kitchen,
  request: MockRequest,
  url: string,
  match: Exclude<Match, Matched>,
): Answered {
  const [refused, headers] = explain(kitchen, request, url, match);
  return {
    response: envelope(kitchen, refused, headers),
    operationId: null,
    findings: [refused.message],
    delay: 0,
  };
}

function explain(
  { anywhere }: Kitchen,
  { method, headers }: MockRequest,
  url: string,
  match: Exclude<Match, Matched>,
): [Refusal, Header[]] {
  const elsewhere = anywhere.match({ method, url, headers });
  const [, host = "", path = ""] = /^[^:]*:\/\/([^/]*)([^?#]*)/.exec(url) ?? [];
  if (elsewhere.outcome === "matched") {
    const message = `${method} ${path} is not served by ${host}. Send it to ${elsewhere.server.url}.`;
    return [{ status: 404, message, details: [] }, []];
  }
  if (match.outcome === "unknown-method") {
    const allow = [...new Set([...match.allowed, "OPTIONS"])].sort().join(", ");
    return [
      { status: 405, message: `${path} does not take ${method}. It takes ${allow}.`, details: [] },
      [["Allow", allow]],
    ];
  }
  if (match.outcome === "malformed-url")
    return [{ status: 400, message: "This URL cannot be read.", details: [] }, []];
  return [{ status: 404, message: `There is nothing at ${path}.`, details: [] }, []];
}

/** A refusal in the API's failure envelope. */
export function envelope(kitchen: Kitchen, refused: Refusal, headers: readonly Header[]): MockResponse {
  const body = Buffer.from(JSON.stringify(kitchen.envelope.wrap(refused)));
  return { status: refused.status, headers: [...headers, ["Content-Type", "application/json"]], body };
}

function preferMistake(message: string): Refusal {
  return refusal(400, [{ location: "header", field: "Prefer", message }]);
}
