import type { Report } from "../report/report.js";
import { interceptFetch } from "./intercept-fetch.js";
import type { Fetch } from "./observed-call.js";
import { openSession, type Session, type SessionOptions } from "./session.js";
import { ContractViolationError } from "./violation-error.js";

/** A `fetch` that checks what it carries. */
export interface CheckedFetch extends Fetch {
  /** What all calls so far came to; null before the first. */
  report(): Report | null;
}

/**
 * Wraps `fetch`: every exchange with a host of the contract is checked before the response is handed on. Call and
 * response go through unchanged. Uploads are not held in memory. An answer is read to its end first; what may have
 * none (an event stream), or is larger than 16 MiB, is handed on at once and counted as unchecked.
 *
 * @throws ContractViolationError from a call whose exchange has a finding at or above `failOn`
 */
export function withContract(fetch: Fetch, options: SessionOptions = {}): CheckedFetch {
  let opened: Promise<Session> | undefined;
  let session: Session | null = null;
  const checked: Fetch = async (...call) => {
    opened ??= openSession(options);
    session = await opened;
    const { response, failures } = await interceptFetch(fetch, call, session);
    const breaches = await failures;
    if (breaches.length > 0) throw new ContractViolationError(breaches);
    return response;
  };
  return Object.assign(checked, { report: () => session?.report() ?? null });
}
