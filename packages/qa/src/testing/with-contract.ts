import type { Report } from "../report/report.js";
import { BreachError } from "./breach-error.js";
import { openSession, type Session, type SessionOptions } from "./session.js";
import { webExchange } from "./web-exchange.js";

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** A `fetch` that checks what it carries. */
export interface CheckedFetch extends Fetch {
  /** What all calls so far came to; null before the first. */
  report(): Report | null;
}

/**
 * Wraps `fetch`: every exchange with a host of the contract is checked before the response is handed on.
 * The response comes unchanged. What a stream carries is read to its end first.
 *
 * @throws BreachError from a call whose exchange has a finding at or above `failOn`
 */
export function withContract(fetch: Fetch, options: SessionOptions = {}): CheckedFetch {
  let opened: Promise<Session> | undefined;
  let session: Session | null = null;
  const checked = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    opened ??= openSession(options);
    session = await opened;
    const request = new Request(input, init);
    const sent = request.clone();
    const response = await fetch(request);
    const breaches = await session.add(await webExchange(sent, response));
    if (breaches.length > 0) throw new BreachError(breaches);
    return response;
  };
  return Object.assign(checked, { report: () => session?.report() ?? null });
}
