import type { Allowance, ExchangeRequest, RequestReport } from "@ittybit/contract";
import { type OpenContract, openContract } from "../checker/open-contract.js";
import { Coverage } from "../coverage/coverage.js";
import type { Report, ReportFinding } from "../report/report.js";
import { ReportBuilder } from "../report/report-builder.js";
import { LiveChecker, type LiveCheckOptions, type LiveExchange } from "./live-checker.js";

/**
 * The contract that exchanges are checked against.
 *
 * @example
 * ```ts
 * import type { ContractSettings } from "@ittybit/qa";
 *
 * export const local: ContractSettings = { hosts: { "127.0.0.1:4010": "*" } };
 * ```
 */
export interface ContractSettings {
  /** File of an OpenAPI 3.0 or 3.1 document; null for the Ittybit contract. @default null */
  readonly spec?: string | null;
  /** Maps hosts of the traffic to hosts of the contract; `"*"` stands for any host. @default {} */
  readonly hosts?: Readonly<Record<string, string>>;
  /** Report violations of inferred facts as errors, like those of documented facts. @default false */
  readonly strict?: boolean;
  /** Known findings, each with a reason and a last day: a list, or the YAML file of `--allow`. @default [] */
  readonly allow?: readonly Allowance[] | string;
}

/**
 * Options of `openSession` and `withContract`.
 *
 * @example
 * ```ts
 * import { type SessionOptions, withContract } from "@ittybit/qa";
 *
 * const options: SessionOptions = { strict: true, failOn: "warning" };
 * export const checked = withContract(fetch, options);
 * ```
 */
export interface SessionOptions extends ContractSettings, LiveCheckOptions {}

/**
 * Checks exchanges as they happen and builds a report of them. Open one with `openSession`.
 *
 * @example
 * ```ts
 * import type { LiveExchange, Session } from "@ittybit/qa";
 *
 * export async function countFailures(session: Session, exchange: LiveExchange): Promise<number> {
 *   return (await session.add(exchange)).length;
 * }
 * ```
 */
export class Session {
  readonly #checker: LiveChecker;
  readonly #report: ReportBuilder;

  constructor({ contract, identity, plan, matchesSchema }: OpenContract, options: LiveCheckOptions) {
    this.#checker = new LiveChecker(contract, options);
    this.#report = new ReportBuilder(identity, new Coverage(plan, matchesSchema));
  }

  /** Whether a request goes to a host of the contract. */
  isInScope(request: Pick<ExchangeRequest, "method" | "url">): boolean {
    return this.#checker.isInScope(request);
  }

  /** Checks a request while it is sent; a stream is read at the pace at which it arrives. */
  checkRequest(request: ExchangeRequest): Promise<RequestReport> {
    return this.#checker.checkRequest(request);
  }

  /** Adds an exchange to the report. Returns the findings that fail it, described and without secrets. */
  async add(exchange: LiveExchange): Promise<readonly ReportFinding[]> {
    const outcome = await this.#checker.check(exchange);
    return this.#checker.failing(this.#report.addOutcome(outcome, this.#checker.redactor));
  }

  /** Counts a request that got no response. */
  addUnanswered(): void {
    this.#report.addUnanswered();
  }

  report(): Report {
    return this.#report.report();
  }
}

const contracts = new Map<string, Promise<OpenContract>>();

/** Opens a contract, once for the same settings. @throws ContractError, UsageError when a file cannot be used */
export function openSharedContract(settings: ContractSettings = {}): Promise<OpenContract> {
  const { spec, hosts, strict, allow } = settings;
  const key = JSON.stringify([spec, hosts, strict, allow]);
  const contract = contracts.get(key) ?? open(settings);
  contracts.set(key, contract);
  return contract;
}

async function open({ spec = null, hosts = {}, strict = false, allow = [] }: ContractSettings) {
  const today = new Date().toISOString().slice(0, 10);
  return openContract(spec, { hosts, strict, today, allow: await allowances(allow) });
}

/**
 * Opens the contract and starts an empty report.
 *
 * @throws ContractError, UsageError when a file that the options name cannot be used
 * @example
 * ```ts
 * import { openSession } from "@ittybit/qa";
 *
 * const session = await openSession({ strict: true });
 * const request = { method: "GET", url: "https://api.ittybit.com/media", headers: [] };
 * const failures = await session.add({ request, response: { status: 200, headers: [] } });
 * console.log(failures.length, session.report().exchanges.checked);
 * ```
 */
export async function openSession(options: SessionOptions = {}): Promise<Session> {
  return new Session(await openSharedContract(options), options);
}

async function allowances(allow: readonly Allowance[] | string): Promise<readonly Allowance[]> {
  if (typeof allow !== "string") return allow;
  const { readAllowances } = await import("../cli/allow-file.js");
  return readAllowances(allow);
}
