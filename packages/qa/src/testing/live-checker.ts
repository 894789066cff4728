import type { Contract, Exchange, ExchangeRequest, Finding, RequestReport } from "@ittybit/contract";
import { checkRecord, type RecordOutcome } from "../checker/check-record.js";
import { secretNames } from "../redaction/secret-name.js";
import { describeFindings } from "../report/describe-finding.js";
import type { ReportFinding } from "../report/report.js";
import { type FailOn, isFailing } from "../report/thresholds.js";

/** What fails, and what must not be shown. */
export interface LiveCheckOptions {
  /** Severity from which a finding fails. @default "error" */
  readonly failOn?: FailOn;
  /** Headers, parameters and fields that are secret too. @default [] */
  readonly redact?: readonly string[];
}

/** An exchange as it happened, and what is known about it. */
export interface LiveExchange extends Exchange {
  /** When it began, ISO 8601. @default null */
  readonly started?: string | null;
  /** The verdict on the request, where it was checked while it was sent. */
  readonly requestReport?: Promise<RequestReport>;
  /** The request was not seen as it was sent, so that missing credentials prove nothing. @default false */
  readonly mayLackCredentials?: boolean;
  /** A page sees only those headers of another origin that it is shown (Fetch, CORS filtered response). @default false */
  readonly mayLackHeaders?: boolean;
}

/** Judges exchanges as they happen. Needs nothing of Node, so that it runs in a page too. */
export class LiveChecker {
  readonly isSecret: ReturnType<typeof secretNames>;
  readonly #contract: Contract;
  readonly #failOn: FailOn;

  constructor(contract: Contract, { failOn = "error", redact = [] }: LiveCheckOptions) {
    this.#contract = contract;
    this.#failOn = failOn;
    this.isSecret = secretNames(redact);
  }

  /** Whether a request goes to a host of the contract. */
  isInScope(request: Pick<ExchangeRequest, "method" | "url">): boolean {
    return this.#contract.match(request).outcome !== "unknown-host";
  }

  /** Checks a request while it is sent; a stream is read at the pace at which it comes. */
  checkRequest(request: ExchangeRequest): Promise<RequestReport> {
    return this.#contract.checkRequest(request);
  }

  async check({ request, response, ...known }: LiveExchange): Promise<RecordOutcome> {
    const {
      started = null,
      mayLackCredentials = false,
      mayLackHeaders = false,
      requestReport: asked,
    } = known;
    const record = { kind: "exchange", exchange: { request, response }, id: null, started } as const;
    const verdict = await checkRecord(this.#knowing(asked), { ...record, mayLackCredentials });
    if (verdict.kind !== "checked" || !mayLackHeaders) return verdict;
    return { ...verdict, findings: verdict.findings.filter((finding) => !isMissingHeader(finding)) };
  }

  /** The contract, to which the verdict on the request is known. */
  #knowing(asked: Promise<RequestReport> | undefined): Contract {
    if (asked === undefined) return this.#contract;
    return { ...this.#contract, checkEager: (exchange) => this.#contract.check(exchange, { report: asked }) };
  }

  /** The findings that fail an exchange, worded and without secrets. */
  failures(verdict: RecordOutcome): readonly ReportFinding[] {
    if (verdict.kind !== "checked") return [];
    return describeFindings(verdict, this.isSecret).filter((finding) => isFailing(finding, this.#failOn));
  }
}

function isMissingHeader({ direction, at, code }: Finding): boolean {
  return direction === "response" && at.in === "header" && code === "value-missing";
}
