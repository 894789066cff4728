import type { ExchangeRequest, RequestReport } from "@ittybit/contract";
import type { ReportFinding } from "../report/report.js";
import type { LiveExchange } from "./examiner.js";
import { readAnswer } from "./fetch-answer.js";
import { type Fetch, readCall, targetOf } from "./fetch-call.js";

/** Who looks at what is carried. */
export interface Observer {
  concerns(request: Pick<ExchangeRequest, "method" | "url">): boolean;
  ask(request: ExchangeRequest): Promise<RequestReport>;
  add(exchange: LiveExchange): Promise<readonly ReportFinding[]>;
  addUnanswered(): void;
}

/** An answer, and the findings that fail its exchange once it was looked at. */
export interface Carried {
  readonly response: Response;
  readonly failures: Promise<readonly ReportFinding[]>;
}

/** Sends a call, and lets the observer see a copy of both messages. @throws what `fetch` throws */
export async function carry(fetch: Fetch, call: Parameters<Fetch>, observer: Observer): Promise<Carried> {
  const target = targetOf(...call);
  if (!observer.concerns(target)) return pass(fetch, call, target, observer);
  const started = new Date().toISOString();
  const sent = readCall(...call);
  const asked = sent.request.then((request) => observer.ask(request)).finally(sent.release);
  const response = await fetch(...sent.arguments).catch((error) => {
    sent.settle();
    observer.addUnanswered();
    throw error;
  });
  const failures = readAnswer(response).then(async (answer) => {
    sent.settle();
    const mayLackHeaders = response.type === "cors";
    const request = await sent.request;
    if (answer.status !== 0)
      return observer.add({ request, response: answer, asked, started, mayLackHeaders });
    // a page may not look into an opaque answer
    observer.addUnanswered();
    return [];
  });
  return { response, failures };
}

/** Traffic for other hosts is counted, nothing more. */
async function pass(
  fetch: Fetch,
  call: Parameters<Fetch>,
  target: Pick<ExchangeRequest, "method" | "url">,
  observer: Observer,
): Promise<Carried> {
  const response = await fetch(...call).catch((error) => {
    observer.addUnanswered();
    throw error;
  });
  const { status } = response;
  const failures = observer.add({ request: { ...target, headers: [] }, response: { status, headers: [] } });
  return { response, failures };
}
