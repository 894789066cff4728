import ittybit, { type Allowance } from "@ittybit/contract";
import type { ReportFinding } from "./report/report.js";
import { type ContractCounts, CountingChecker } from "./testing/counting-checker.js";
import { interceptFetch } from "./testing/intercept-fetch.js";
import { LiveChecker, type LiveCheckOptions } from "./testing/live-checker.js";
import type { Fetch } from "./testing/observed-call.js";
import type { ContractSettings } from "./testing/session.js";
import { ContractViolationError, violationMessage } from "./testing/violation-error.js";

export type { ContractCounts } from "./testing/counting-checker.js";
export { ContractViolationError } from "./testing/violation-error.js";

/**
 * Options of `contractHooks`.
 *
 * @example
 * ```ts
 * import { type ContractHooksOptions, contractHooks } from "@ittybit/qa/client";
 *
 * const options: ContractHooksOptions = { hosts: { "127.0.0.1:4010": "*" }, onViolation: "throw" };
 * export const hooks = contractHooks(options);
 * ```
 */
export interface ContractHooksOptions extends LiveCheckOptions, Pick<ContractSettings, "hosts" | "strict"> {
  /** Sends the requests. @default the global `fetch` at the time of the call */
  readonly fetch?: Fetch;
  /** Known findings, each with a reason and a last day. @default [] */
  readonly allow?: readonly Allowance[];
  /**
   * Receives the findings of an exchange; `"throw"` rejects the call with a ContractViolationError instead.
   *
   * @default logs each fingerprint once, with console.error
   */
  readonly onViolation?: ((findings: readonly ReportFinding[]) => void) | "throw";
}

/**
 * Options of a client that make it check its exchanges, and the counts of them.
 *
 * @example
 * ```ts
 * import { type ContractHooks, contractHooks } from "@ittybit/qa/client";
 *
 * const hooks: ContractHooks = contractHooks();
 * console.log(hooks.counts().checked);
 * ```
 */
export interface ContractHooks {
  readonly fetch: Fetch;
  /** Waits until the response is checked. @throws ContractViolationError if `onViolation` is `"throw"` */
  readonly onResponse: (received: { readonly response: Response }) => Promise<void>;
  readonly counts: () => ContractCounts;
}

/**
 * Checks every response that a client gets during development. Requests and responses are not changed, and no upload is
 * held in memory. Runs in pages too.
 *
 * @example
 * ```ts
 * import { createClient } from "@ittybit/client";
 * import { contractHooks } from "@ittybit/qa/client";
 *
 * export const ittybit = createClient({ apiKey: "key", ...contractHooks() });
 * ```
 */
export function contractHooks(options: ContractHooksOptions = {}): ContractHooks {
  const { hosts = {}, strict = false, allow = [], onViolation = logOncePerFingerprint() } = options;
  const today = new Date().toISOString().slice(0, 10);
  const contract = ittybit.with({ hosts, strict, allow, today });
  const checker = new CountingChecker(new LiveChecker(contract, options));
  const failures = new WeakMap<Response, Promise<readonly ReportFinding[]>>();
  const hooks: Omit<ContractHooks, "counts"> = {
    fetch: async (...call) => {
      const intercepted = await interceptFetch(options.fetch ?? globalThis.fetch, call, checker);
      failures.set(intercepted.response, intercepted.failures);
      return intercepted.response;
    },
    onResponse: async ({ response }) => {
      const findings = (await failures.get(response)) ?? [];
      if (findings.length === 0) return;
      if (onViolation === "throw") throw new ContractViolationError(findings);
      onViolation(findings);
    },
  };
  // Not enumerable, so that a spread passes only options that the client knows.
  return Object.defineProperty(hooks, "counts", { value: () => checker.counts() }) as ContractHooks;
}

/** Logs each fingerprint once: the same fault comes with every response of its kind. */
function logOncePerFingerprint(): (findings: readonly ReportFinding[]) => void {
  const logged = new Set<string>();
  return (findings) => {
    const fresh = findings.filter(({ fingerprint }) => !logged.has(fingerprint));
    for (const { fingerprint } of fresh) logged.add(fingerprint);
    // biome-ignore lint/suspicious/noConsole: developers look there
    if (fresh.length > 0) console.error(violationMessage(fresh));
  };
}
