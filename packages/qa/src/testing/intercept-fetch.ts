import type { ExchangeRequest, RequestReport } from "@ittybit/contract";
import type { ReportFinding } from "../report/report.js";
import { readResponse } from "./fetch-response.js";
import type { LiveExchange } from "./live-checker.js";
import { type Fetch, observeCall, targetOf } from "./observed-call.js";

/** Who looks at what is carried. */
export interface ExchangeObserver {
  isInScope(request: Pick<ExchangeRequest, "method" | "url">): boolean;
  checkRequest(request: ExchangeRequest): Promise<RequestReport>;
  add(exchange: LiveExchange): Promise<readonly ReportFinding[]>;
  addUnanswered(): void;
}

/** An answer, and the findings that fail its exchange once it was looked at. */
export interface Intercepted {
  readonly response: Response;
  readonly failures: Promise<readonly ReportFinding[]>;
}

/** Sends a call, and lets the observer see a copy of both messages. @throws what `fetch` throws */
export async function interceptFetch(
  fetch: Fetch,
  call: Parameters<Fetch>,
  observer: ExchangeObserver,
): Promise<Intercepted> {
  const target = targetOf(...call);
  if (!observer.isInScope(target)) return passThrough(fetch, call, target, observer);
  const started = new Date().toISOString();
  const sent = observeCall(...call);
  const asked = sent.request.then((request) => observer.checkRequest(request)).finally(sent.release);
  const response = await fetch(...sent.fetchArguments).catch((error) => {
    sent.settle();
    observer.addUnanswered();
    throw error;
  });
  const failures = readResponse(response).then(async (answer) => {
    sent.settle();
    const mayLackHeaders = response.type === "cors";
    const request = await sent.request;
    if (answer.status !== 0)
      return observer.add({ request, response: answer, requestReport: asked, started, mayLackHeaders });
    // a page may not look into an opaque answer
    observer.addUnanswered();
    return [];
  });
  return { response, failures };
}

/** Traffic for other hosts is counted, nothing more. */
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
