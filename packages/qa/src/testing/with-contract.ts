import type { Report } from "../report/report.js";
import { interceptFetch } from "./intercept-fetch.js";
import type { Fetch } from "./observed-call.js";
import { openSession, type Session, type SessionOptions } from "./session.js";
import { ContractViolationError } from "./violation-error.js";

/**
 * A `fetch` that checks every exchange.
 *
 * @example
 * ```ts
 * import { type CheckedFetch, withContract } from "@ittybit/qa";
 *
 * export const checked: CheckedFetch = withContract(fetch);
 * ```
 */
export interface CheckedFetch extends Fetch {
  /** The report on all calls so far; null before the first. */
  report(): Report | null;
}

/**
 * Wraps `fetch` so that every exchange with a host of the contract is checked before the response is returned. Request
 * and response are not changed, and uploads are not held in memory. The response is read to its end first; an event
 * stream, and a body larger than 16 MiB, is returned at once and counted as unchecked.
 *
 * A call rejects with a ContractViolationError if its exchange has a finding at or above `failOn`.
 *
 * @example
 * ```ts
 * import { withContract } from "@ittybit/qa";
 *
 * const checked = withContract(fetch);
 * const response = await checked("https://api.ittybit.com/media?limit=5", {
 *   headers: { Authorization: "Bearer key" },
 * });
 * console.log(response.status, checked.report()?.exchanges.checked);
 * ```
 */
export function withContract(fetch: Fetch, options: SessionOptions = {}): CheckedFetch {
  let opened: Promise<Session> | undefined;
  let session: Session | null = null;
  const checked: Fetch = async (...call) => {
    opened ??= openSession(options);
    session = await opened;
    const { response, failures } = await interceptFetch(fetch, call, session);
    const findings = await failures;
    if (findings.length > 0) throw new ContractViolationError(findings);
    return response;
  };
  return Object.assign(checked, { report: () => session?.report() ?? null });
}
