import type { Allowance, ExchangeRequest, RequestReport } from "@ittybit/contract";
import { type OpenContract, openContract } from "../checker/open-contract.js";
import { Coverage } from "../coverage/coverage.js";
import type { Report, ReportFinding } from "../report/report.js";
import { ReportBuilder } from "../report/report-builder.js";
import { LiveChecker, type LiveCheckOptions, type LiveExchange } from "./live-checker.js";

/** What exchanges are held against. */
export interface ContractSettings {
  /** OpenAPI 3.1 document; null for the Ittybit contract. @default null */
  readonly spec?: string | null;
  /** Hosts of the traffic to hosts of the contract; `"*"` for any. @default {} */
  readonly hosts?: Readonly<Record<string, string>>;
  /** A broken inferred fact is an error, like a documented one. @default false */
  readonly strict?: boolean;
  /** Drift that is known, with reasons and last days: a list, or the YAML file that `--allow` takes. @default [] */
  readonly allow?: readonly Allowance[] | string;
}

/** How live exchanges are judged. */
export interface SessionOptions extends ContractSettings, LiveCheckOptions {}

/** Judges exchanges as they happen, and keeps the account of them. */
export class Session {
  readonly #examiner: LiveChecker;
  readonly #tally: ReportBuilder;

  constructor({ contract, identity, plan, matchesSchema }: OpenContract, options: LiveCheckOptions) {
    this.#examiner = new LiveChecker(contract, options);
    this.#tally = new ReportBuilder(identity, new Coverage(plan, matchesSchema));
  }

  /** Whether a request goes to a host of the contract. */
  isInScope(request: Pick<ExchangeRequest, "method" | "url">): boolean {
    return this.#examiner.isInScope(request);
  }

  /** Checks a request while it is sent; a stream is read at the pace at which it comes. */
  checkRequest(request: ExchangeRequest): Promise<RequestReport> {
    return this.#examiner.checkRequest(request);
  }

  /** Adds an exchange to the report. Gives the findings that fail it, worded and without secrets. */
  async add(exchange: LiveExchange): Promise<readonly ReportFinding[]> {
    const verdict = await this.#examiner.check(exchange);
    this.#tally.addOutcome(verdict, this.#examiner.isSecret);
    return this.#examiner.failures(verdict);
  }

  /** Counts a request that got no answer. */
  addUnanswered(): void {
    this.#tally.addUnanswered();
  }

  report(): Report {
    return this.#tally.report();
  }
}

const contracts = new Map<string, Promise<OpenContract>>();

/** Opens the contract that exchanges are held against; each choice once. @throws ContractError, UsageError when a file of it cannot be used */
export function openSharedContract(choice: ContractSettings = {}): Promise<OpenContract> {
  const { spec, hosts, strict, allow } = choice;
  const key = JSON.stringify([spec, hosts, strict, allow]);
  const contract = contracts.get(key) ?? open(choice);
  contracts.set(key, contract);
  return contract;
}

async function open({ spec = null, hosts = {}, strict = false, allow = [] }: ContractSettings) {
  const today = new Date().toISOString().slice(0, 10);
  return openContract(spec, { hosts, strict, today, allow: await allowances(allow) });
}

/** @throws ContractError, UsageError when a file that the options name cannot be used */
export async function openSession(options: SessionOptions = {}): Promise<Session> {
  return new Session(await openSharedContract(options), options);
}

async function allowances(allow: readonly Allowance[] | string): Promise<readonly Allowance[]> {
  if (typeof allow !== "string") return allow;
  const { readAllowances } = await import("../cli/allow-file.js");
  return readAllowances(allow);
}
