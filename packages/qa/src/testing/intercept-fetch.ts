import type { ExchangeRequest, RequestReport } from "@ittybit/contract";
import type { ReportFinding } from "../report/report.js";
import { readResponse } from "./fetch-response.js";
import type { LiveExchange } from "./live-checker.js";
import { type Fetch, observeCall, targetOf } from "./observed-call.js";

/** Receives a copy of each exchange that passes through `interceptFetch`. */
export interface ExchangeObserver {
  isInScope(request: Pick<ExchangeRequest, "method" | "url">): boolean;
  checkRequest(request: ExchangeRequest): Promise<RequestReport>;
  add(exchange: LiveExchange): Promise<readonly ReportFinding[]>;
  addUnanswered(): void;
}

/** A response, and the findings that fail its exchange once it is checked. */
export interface Intercepted {
  readonly response: Response;
  readonly failures: Promise<readonly ReportFinding[]>;
}

/** Sends a call and gives the observer a copy of request and response. @throws what `fetch` throws */
export async function interceptFetch(
  fetch: Fetch,
  call: Parameters<Fetch>,
  observer: ExchangeObserver,
): Promise<Intercepted> {
  const target = targetOf(...call);
  if (!observer.isInScope(target)) return passThrough(fetch, call, target, observer);
  const started = new Date().toISOString();
  const sent = observeCall(...call);
  const requestReport = sent.request
    .then((request) => observer.checkRequest(request))
    .finally(sent.stopObserving);
  const response = await fetch(...sent.fetchArguments).catch((error) => {
    sent.settle();
    observer.addUnanswered();
    throw error;
  });
  const failures = readResponse(response).then(async (received) => {
    sent.settle();
    const mayLackHeaders = response.type === "cors";
    const request = await sent.request;
    if (received.status !== 0)
      return observer.add({ request, response: received, requestReport, started, mayLackHeaders });
    // A page cannot read an opaque response.
    observer.addUnanswered();
    return [];
  });
  return { response, failures };
}

/** Sends a call to a host outside the contract: it is counted, not read. */
async function passThrough(
  fetch: Fetch,
  call: Parameters<Fetch>,
  target: Pick<ExchangeRequest, "method" | "url">,
  observer: ExchangeObserver,
): Promise<Intercepted> {
  const response = await fetch(...call).catch((error) => {
    observer.addUnanswered();
    throw error;
  });
  const { status } = response;
  const failures = observer.add({ request: { ...target, headers: [] }, response: { status, headers: [] } });
  return { response, failures };
}
