import type { CheckContext } from "./check/check-context.js";
import { checkRequest, type RequestReport } from "./check/check-request.js";
import { checkResponse, type RequestHead, type ResponseReport } from "./check/check-response.js";
import type { ContractModel, Notice, Operation, Server } from "./document/contract-model.js";
import type { Exchange, ExchangeRequest, ExchangeResponse } from "./exchange.js";
import type { Finding } from "./findings/finding.js";
import type { Locate } from "./findings/finding-collector.js";
import { createRouter, type Match } from "./match/router.js";
import { andThen, type MaybePromise } from "./maybe-promise.js";
import type { OnPartData } from "./multipart/read-multipart.js";
import { type Allowance, type ContractOptions, isCurrent, resolveOptions } from "./options.js";
import { type Vocabulary, vocabularyOf } from "./redaction/contract-vocabulary.js";
import { SchemaViews } from "./schema/drift/schema-view.js";
import type { PatternEngine } from "./schema/pattern/pattern.js";
import type { Validators } from "./schema/validator.js";

/**
 * An OpenAPI document that exchanges can be checked against. It holds no state between calls.
 *
 * @example
 * ```ts
 * import ittybit, { type Contract, formatFinding } from "@ittybit/contract";
 *
 * const contract: Contract = ittybit.with({ strict: true });
 * const url = "https://api.ittybit.com/media?limit=500";
 * const report = await contract.checkRequest({ method: "GET", url, headers: [], body: null });
 * for (const finding of report.findings) console.log(formatFinding(finding));
 * ```
 */
export interface Contract {
  /** The operations, in document order. */
  readonly operations: readonly Operation[];
  /** The servers that operations refer to by index. */
  readonly servers: readonly Server[];
  /** Parts of the document that have no effect on checks, such as unknown formats. */
  readonly notices: readonly Notice[];
  /** Allowances whose last day has passed; they no longer have any effect. */
  readonly expired: readonly Allowance[];
  /** The words of the contract, which redaction never removes. */
  readonly vocabulary: Vocabulary;
  /** Finds the operation of a request by method, URL and `Host`. */
  match(request: RequestHead): Match;
  /** Checks a request. */
  checkRequest(
    request: ExchangeRequest,
    known?: Pick<KnownRequest, "match" | "onPartData">,
  ): Promise<RequestReport>;
  /**
   * Checks a response.
   *
   * @param request the request that was responded to, or what `match` returned for it
   */
  checkResponse(request: RequestHead | Match, response: ExchangeResponse): Promise<ResponseReport>;
  /** Checks a request and its response. Findings of the request come first. */
  check(exchange: Exchange, known?: KnownRequest): Promise<ExchangeReport>;
  /**
   * Like `check`, but returns the report itself when both bodies are in memory. Use it to check thousands of
   * exchanges in a row: a promise for each costs more than the check.
   */
  checkEager(exchange: Exchange, known?: KnownRequest): MaybePromise<ExchangeReport>;
  /** Returns the same contract with other options. Nothing is compiled again. */
  with(options: ContractOptions): Contract;
}

/**
 * What the caller already knows about a request, so that it is not worked out again.
 *
 * @example
 * ```ts
 * import contract, { type Exchange, type KnownRequest } from "@ittybit/contract";
 *
 * export function checkListing(exchange: Exchange) {
 *   const known: KnownRequest = { match: contract.match(exchange.request) };
 *   return contract.check(exchange, known);
 * }
 * ```
 */
export interface KnownRequest {
  /** What `match` returned for this request. */
  readonly match?: Match;
  /** The report on this request, when it was checked while it was sent. Its body is not read again. */
  readonly report?: RequestReport | Promise<RequestReport>;
  /** Receives the bytes of each part of a multipart body while it is checked. */
  readonly onPartData?: OnPartData;
}

/**
 * The findings of an exchange, and what its two messages contained.
 *
 * @example
 * ```ts
 * import type { ExchangeReport } from "@ittybit/contract";
 *
 * export const conforms = (report: ExchangeReport) =>
 *   report.findings.every(({ severity }) => severity !== "error");
 * ```
 */
export interface ExchangeReport {
  /** null: no operation of the contract. */
  readonly operationId: string | null;
  readonly findings: readonly Finding[];
  readonly request: RequestReport;
  readonly response: ResponseReport;
}

/** What validates values: compiled at run time, or ahead of it. */
export interface SchemaRuntime {
  readonly validators: Validators;
  readonly patternEngine: PatternEngine;
}

/** Builds a contract from a model and the code that validates its schemas. */
export function assembleContract(
  model: ContractModel,
  { validators, patternEngine }: SchemaRuntime,
  locate: Locate,
  options: ContractOptions,
): Contract {
  const views = new SchemaViews(model.schemas, validators, patternEngine);
  return withOptions({ model, validators, views, locate }, options);
}

type Unconfigured = Pick<CheckContext, "model" | "validators" | "views" | "locate">;

function withOptions(unconfigured: Unconfigured, options: ContractOptions): Contract {
  const resolved = resolveOptions(options);
  const route = createRouter(unconfigured.model, resolved.hosts);
  const context: CheckContext = { ...unconfigured, options: resolved, route };
  const { operations, servers, notices } = unconfigured.model;
  return {
    get vocabulary() {
      return vocabularyIn(unconfigured.model);
    },
    operations,
    servers,
    notices,
    expired: resolved.allow.filter((allowance) => !isCurrent(allowance, resolved.today)),
    match: (request) => route({ headers: [], ...request }),
    checkRequest: async (request, known) =>
      checkRequest(context, known?.match ?? route(request), request, known?.onPartData),
    checkResponse: async (request, response) =>
      checkResponse(context, "outcome" in request ? request : route({ headers: [], ...request }), response),
    check: async (exchange, known) => checkExchange(context, exchange, known),
    checkEager: (exchange, known) => checkExchange(context, exchange, known),
    with: (changed) => withOptions(unconfigured, { ...options, ...changed }),
  };
}

const vocabularies = new WeakMap<ContractModel, Vocabulary>();

/** Collected when it is first asked for, once per document. */
function vocabularyIn(model: ContractModel): Vocabulary {
  const known = vocabularies.get(model) ?? vocabularyOf(model);
  vocabularies.set(model, known);
  return known;
}

function checkExchange(
  context: CheckContext,
  { request, response }: Exchange,
  known: KnownRequest | undefined,
): MaybePromise<ExchangeReport> {
  const report = known?.report ?? checkRequest(context, known?.match ?? context.route(request), request);
  return andThen(report, (requestReport) => checkReply(context, requestReport, response));
}

/** A request that fits no operation is reported once, at the request. */
function checkReply(
  context: CheckContext,
  request: RequestReport,
  response: ExchangeResponse,
): MaybePromise<ExchangeReport> {
  return andThen(checkResponse(context, request.match, response), (report) => {
    const { operationId } = request;
    const findings = operationId === null ? request.findings : [...request.findings, ...report.findings];
    return { operationId, findings, request, response: report };
  });
}
