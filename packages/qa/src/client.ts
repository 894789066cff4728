import ittybit, { type Allowance, type ExchangeRequest, type RequestReport } from "@ittybit/contract";
import type { RecordOutcome } from "./checker/check-record.js";
import type { ReportFinding } from "./report/report.js";
import { type ExchangeObserver, interceptFetch } from "./testing/intercept-fetch.js";
import { LiveChecker, type LiveCheckOptions, type LiveExchange } from "./testing/live-checker.js";
import type { Fetch } from "./testing/observed-call.js";
import type { ContractSettings } from "./testing/session.js";
import { ContractViolationError, violationMessage } from "./testing/violation-error.js";

export { ContractViolationError } from "./testing/violation-error.js";

/** How the answers that a client gets are judged. */
export interface ContractHooksOptions extends LiveCheckOptions, Pick<ContractSettings, "hosts" | "strict"> {
  /** What sends the requests. @default the global `fetch`, as it is when a call is made */
  readonly fetch?: Fetch;
  /** Drift that is known, with reasons and last days. @default [] */
  readonly allow?: readonly Allowance[];
  /**
   * What happens to findings: told to a function, or thrown out of the call as a ContractViolationError.
   *
   * @default each fingerprint once, with console.error
   */
  readonly onViolation?: ((findings: readonly ReportFinding[]) => void) | "throw";
}

/** How many exchanges came by, and what became of them. */
export interface ContractCounts {
  readonly checked: number;
  /** Of those checked: some of it could not be looked at, such as a body without end. */
  readonly unchecked: number;
  /** For hosts that the contract does not name. */
  readonly elsewhere: number;
  readonly unanswered: number;
}

/** What to spread into the options of a client. */
export interface ContractHooks {
  readonly fetch: Fetch;
  /** Waits for the verdict on an answer. @throws ContractViolationError where `onViolation` is `"throw"` */
  readonly onResponse: (answer: { readonly response: Response }) => Promise<void>;
  readonly counts: () => ContractCounts;
}

/**
 * Checks every answer that a client gets, in development: `createClient({ apiKey, ...contractHooks() })`. Neither
 * message is changed, and no upload is held in memory. Runs in pages too.
 */
export function contractHooks(options: ContractHooksOptions = {}): ContractHooks {
  const { hosts = {}, strict = false, allow = [], onViolation = logOncePerFingerprint() } = options;
  const today = new Date().toISOString().slice(0, 10);
  const account = new CountingChecker(
    new LiveChecker(ittybit.with({ hosts, strict, allow, today }), options),
  );
  const verdicts = new WeakMap<Response, Promise<readonly ReportFinding[]>>();
  return {
    fetch: async (...call) => {
      const carried = await interceptFetch(options.fetch ?? globalThis.fetch, call, account);
      verdicts.set(carried.response, carried.failures);
      return carried.response;
    },
    onResponse: async ({ response }) => {
      const findings = (await verdicts.get(response)) ?? [];
      if (findings.length === 0) return;
      if (onViolation === "throw") throw new ContractViolationError(findings);
      onViolation(findings);
    },
    counts: () => account.counts(),
  };
}

/** Judges, and counts what became of each exchange. */
class CountingChecker implements ExchangeObserver {
  readonly #examiner: LiveChecker;
  readonly #counts = { checked: 0, unchecked: 0, elsewhere: 0, unanswered: 0 };

  constructor(examiner: LiveChecker) {
    this.#examiner = examiner;
  }

  isInScope(request: Pick<ExchangeRequest, "method" | "url">): boolean {
    return this.#examiner.isInScope(request);
  }

  checkRequest(request: ExchangeRequest): Promise<RequestReport> {
    return this.#examiner.checkRequest(request);
  }

  async add(exchange: LiveExchange): Promise<readonly ReportFinding[]> {
    const verdict = await this.#examiner.check(exchange);
    this.#count(verdict);
    return this.#examiner.failures(verdict);
  }

  addUnanswered(): void {
    this.#counts.unanswered += 1;
  }

  counts(): ContractCounts {
    return { ...this.#counts };
  }

  #count(verdict: RecordOutcome): void {
    if (verdict.kind === "elsewhere") this.#counts.elsewhere += 1;
    if (verdict.kind !== "checked") return;
    this.#counts.checked += 1;
    if (verdict.findings.some(({ category }) => category === "unchecked")) this.#counts.unchecked += 1;
  }
}

/** The same fault comes with every answer of its kind: it is told once. */
function logOncePerFingerprint(): (findings: readonly ReportFinding[]) => void {
  const told = new Set<string>();
  return (findings) => {
    const fresh = findings.filter(({ fingerprint }) => !told.has(fingerprint));
    for (const { fingerprint } of fresh) told.add(fingerprint);
    // biome-ignore lint/suspicious/noConsole: a developer looks there
    if (fresh.length > 0) console.error(violationMessage(fresh));
  };
}
