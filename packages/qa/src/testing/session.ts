import type { Contract, Exchange } from "@ittybit/contract";
import { Coverage } from "../coverage/coverage.js";
import { judge } from "../judge.js";
import { type OpenContract, openContract } from "../open-contract.js";
import { secretNames } from "../redaction/secret-name.js";
import { describeFinding } from "../report/describe-finding.js";
import type { Report, ReportFinding } from "../report/report.js";
import { Tally } from "../report/tally.js";
import { isFailing, type Threshold } from "../verdict.js";

/** How live exchanges are judged. */
export interface SessionOptions {
  /** OpenAPI 3.1 document; null for the Ittybit contract. @default null */
  readonly spec?: string | null;
  /** Hosts of the traffic to hosts of the contract; `"*"` for any. @default {} */
  readonly hosts?: Readonly<Record<string, string>>;
  /** A broken inferred fact is an error, like a documented one. @default false */
  readonly strict?: boolean;
  /** Severity from which a finding fails. @default "error" */
  readonly failOn?: Threshold;
  /** Headers, parameters and fields that are secret too. @default [] */
  readonly redact?: readonly string[];
}

/** Judges exchanges as they happen, and keeps the account of them. */
export class Session {
  readonly #contract: Contract;
  readonly #tally: Tally;
  readonly #failOn: Threshold;
  readonly #isSecret: ReturnType<typeof secretNames>;

  constructor({ contract, identity, plan, fits }: OpenContract, options: SessionOptions) {
    this.#contract = contract;
    this.#tally = new Tally(identity, new Coverage(plan, fits));
    this.#failOn = options.failOn ?? "error";
    this.#isSecret = secretNames(options.redact ?? []);
  }

  /** Adds an exchange to the report. Gives the findings that fail it, worded and without secrets. */
  async add(exchange: Exchange, started: string | null = null): Promise<readonly ReportFinding[]> {
    const record = { kind: "exchange", exchange, id: null, started, mayLackCredentials: false } as const;
    const verdict = await judge(this.#contract, record);
    this.#tally.addVerdict(verdict, this.#isSecret);
    if (verdict.kind !== "checked") return [];
    return describeFinding(verdict, this.#isSecret).filter((finding) => isFailing(finding, this.#failOn));
  }

  report(): Report {
    return this.#tally.report();
  }
}

/** @throws ContractError when the document of `spec` cannot be used */
export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const { spec = null, hosts = {}, strict = false } = options;
  return new Session(await openContract(spec, { hosts, strict }), options);
}
