import type { Contract, Exchange, ExchangeRequest, Finding, RequestReport } from "@ittybit/contract";
import { createRedactor, type Redactor } from "@ittybit/contract/redaction";
import { checkRecord, type RecordOutcome } from "../checker/check-record.js";
import { DEFAULT_FAIL_ON } from "../default-options.js";
import { describeFindings } from "../report/describe-finding.js";
import type { ReportFinding } from "../report/report.js";
import { type FailOn, isFailing } from "../report/thresholds.js";

/**
 * Which findings fail an exchange, and which values are secret.
 *
 * @example
 * ```ts
 * import type { LiveCheckOptions } from "@ittybit/qa";
 *
 * export const options: LiveCheckOptions = { failOn: "warning", redact: ["x-tenant"] };
 * ```
 */
export interface LiveCheckOptions {
  /** Lowest severity that fails an exchange. @default "error" */
  readonly failOn?: FailOn;
  /** Names of further headers, parameters and fields whose values are secret. @default [] */
  readonly redact?: readonly string[];
  /** Names that are not secret, although they look so. @default [] */
  readonly noRedact?: readonly string[];
}

/**
 * An exchange as it happened, and what is known about it.
 *
 * @example
 * ```ts
 * import type { LiveExchange } from "@ittybit/qa";
 *
 * export const exchange: LiveExchange = {
 *   request: { method: "GET", url: "https://api.ittybit.com/media", headers: [["Authorization", "Bearer key"]] },
 *   response: { status: 404, headers: [] },
 * };
 * ```
 */
export interface LiveExchange extends Exchange {
  /** Start of the request, ISO 8601. @default null */
  readonly started?: string | null;
  /** The report on the request, if it was checked while it was sent. */
  readonly requestReport?: Promise<RequestReport>;
  /** The request was not seen as it was sent, so missing credentials are no finding. @default false */
  readonly mayLackCredentials?: boolean;
  /** A page sees only some headers of other origins (Fetch, CORS-filtered response). @default false */
  readonly mayLackHeaders?: boolean;
}

/** Checks exchanges as they happen. Uses nothing of Node, so that it runs in pages too. */
export class LiveChecker {
  readonly redactor: Redactor;
  readonly #contract: Contract;
  readonly #failOn: FailOn;

  constructor(
    contract: Contract,
    { failOn = DEFAULT_FAIL_ON, redact = [], noRedact = [] }: LiveCheckOptions,
  ) {
    this.#contract = contract;
    this.#failOn = failOn;
    this.redactor = createRedactor({ redact, noRedact, vocabulary: contract.vocabulary });
  }

  /** Whether a request goes to a host of the contract. */
  isInScope(request: Pick<ExchangeRequest, "method" | "url">): boolean {
    return this.#contract.match(request).outcome !== "unknown-host";
  }

  /** Checks a request while it is sent; a stream is read at the pace at which it arrives. */
  checkRequest(request: ExchangeRequest): Promise<RequestReport> {
    return this.#contract.checkRequest(request);
  }

  async check({ request, response, ...known }: LiveExchange): Promise<RecordOutcome> {
    const { started = null, mayLackCredentials = false, mayLackHeaders = false, requestReport } = known;
    const exchange = { request, response };
    const record = { kind: "exchange", exchange, id: null, started, mayLackCredentials } as const;
    const outcome = await checkRecord(this.#contract, record, requestReport);
    if (outcome.kind !== "checked" || !mayLackHeaders) return outcome;
    return { ...outcome, findings: outcome.findings.filter((finding) => !isMissingHeader(finding)) };
  }

  /** The findings that fail an exchange, described and without secrets. */
  failures(outcome: RecordOutcome): readonly ReportFinding[] {
    if (outcome.kind !== "checked") return [];
    return this.failing(describeFindings(outcome, this.redactor));
  }

  /** The findings, of those given, that fail an exchange. */
  failing(findings: readonly ReportFinding[]): readonly ReportFinding[] {
    return findings.filter((finding) => isFailing(finding, this.#failOn));
  }
}

function isMissingHeader({ direction, at, code }: Finding): boolean {
  return direction === "response" && at.in === "header" && code === "value-missing";
}
