import { checkRequest, type RequestReport } from "./check-request.js";
import { type Asked, checkResponse, type ResponseReport } from "./check-response.js";
import type { Engine } from "./engine.js";
import type { Exchange, ExchangeRequest, ExchangeResponse } from "./exchange.js";
import type { Finding } from "./finding.js";
import { createRouter, type Match } from "./match/router.js";
import type { Notice, Plan, PlanOperation, PlanServer } from "./plan.js";
import { type Allowance, type ContractOptions, isCurrent, resolveOptions } from "./report/options.js";
import type { Locate } from "./report/recorder.js";
import type { Validators } from "./schema/judge.js";
import type { PatternEngine } from "./schema/pattern.js";
import { SpotMap } from "./schema/spot.js";
import { after, type Soon } from "./soon.js";

/** An OpenAPI document, ready to judge exchanges. Holds no state between calls. */
export interface Contract {
  /** The operations, in document order. */
  readonly operations: readonly PlanOperation[];
  /** The servers that operations name by index. */
  readonly servers: readonly PlanServer[];
  /** What in the document has no effect here, such as unknown formats. */
  readonly notices: readonly Notice[];
  /** Allowances whose day has passed; they no longer have any effect. */
  readonly expired: readonly Allowance[];
  /** Finds the operation of a request by method, URL and `Host`. */
  match(request: Pick<ExchangeRequest, "method" | "url"> & Partial<Pick<ExchangeRequest, "headers">>): Match;
  checkRequest(request: ExchangeRequest): Promise<RequestReport>;
  /** @param asked the request that is answered; its method, URL and headers are enough */
  checkResponse(asked: Asked, response: ExchangeResponse): Promise<ResponseReport>;
  /**
   * Checks both messages. Findings of the request come first.
   *
   * @param asked the verdict on the request, where it was checked while it was sent
   */
  check(exchange: Exchange, asked?: RequestReport | Promise<RequestReport>): Promise<ExchangeReport>;
  /**
   * As `check`, and at once where both bodies are in memory: for whoever checks thousands in a row.
   *
   * @param match what `match` said of the request, where it was asked already
   */
  checkSoon(exchange: Exchange, match?: Match): Soon<ExchangeReport>;
  /** The same contract with other options. Cheap: nothing is compiled again. */
  with(options: ContractOptions): Contract;
}

export interface ExchangeReport {
  readonly operationId: string | null;
  readonly findings: readonly Finding[];
  readonly request: RequestReport;
  readonly response: ResponseReport;
}

/** What holds values against schemas: compiled at run time, or ahead of it. */
export interface SchemaEngine {
  readonly validators: Validators;
  readonly patternEngine: PatternEngine;
}

/** Puts a plan and its schema engine together. */
export function assemble(
  plan: Plan,
  schemaEngine: SchemaEngine,
  locate: Locate,
  options: ContractOptions,
): Contract {
  const { validators, patternEngine } = schemaEngine;
  const spots = new SpotMap(plan.schemas, validators, patternEngine);
  return assembleWith({ plan, validators, spots, locate }, options);
}

type Parts = Pick<Engine, "plan" | "validators" | "spots" | "locate">;

function assembleWith(parts: Parts, options: ContractOptions): Contract {
  const resolved = resolveOptions(options);
  const engine: Engine = { ...parts, options: resolved, route: createRouter(parts.plan, resolved.hosts) };
  return {
    operations: parts.plan.operations,
    servers: parts.plan.servers,
    notices: parts.plan.notices,
    expired: resolved.allow.filter((allowance) => !isCurrent(allowance, resolved.today)),
    match: (request) => engine.route({ headers: [], ...request }),
    checkRequest: async (request) => checkRequest(engine, engine.route(request), request),
    checkResponse: async (asked, response) =>
      checkResponse(engine, engine.route({ headers: [], ...asked }), response),
    check: async (exchange, asked) => {
      const { request, response } = exchange;
      return answered(
        engine,
        await (asked ?? checkRequest(engine, engine.route(request), request)),
        response,
      );
    },
    checkSoon: ({ request, response }, match = engine.route(request)) =>
      after(checkRequest(engine, match, request), (asked) => answered(engine, asked, response)),
    with: (changed) => assembleWith(parts, { ...options, ...changed }),
  };
}

/** Checks the answer to a request that was checked. One that fits no operation says so once, at its request. */
function answered(engine: Engine, asked: RequestReport, response: ExchangeResponse): Soon<ExchangeReport> {
  return after(checkResponse(engine, asked.match, response), (report) => {
    const { operationId } = asked;
    const findings = operationId === null ? asked.findings : [...asked.findings, ...report.findings];
    return { operationId, findings, request: asked, response: report };
  });
}
