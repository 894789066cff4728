import type { MockContext } from "./context.js";
import { respondWithFile } from "./files/respond-with-file.js";
import { respondToOptions, withCors } from "./http/cors.js";
import type { MockRequest, MockResponse } from "./http/message.js";
import { sleep } from "./http/sleep.js";
import { createEntry } from "./inspector/create-entry.js";
import { respondAsInspector } from "./inspector/inspector.js";
import { destinationOf } from "./request/destination.js";
import { checkHostHeader } from "./request/host-header.js";
import { withQueryPreferences } from "./request/query-preferences.js";
import { receiveUpload } from "./request/receive-upload.js";
import { validateRequest } from "./request/validate-request.js";
import { createOutcome, type Outcome } from "./response/outcome.js";
import { problemResponse, respondToProblem } from "./response/problem-response.js";
import { respondToValidCall } from "./response/respond.js";
import { explainUnmatched } from "./response/unmatched-request.js";
import { preferByRule, slowDown, takeRule } from "./scenario/apply-rule.js";

/**
 * Handles a request from its first byte to a response that is ready to send.
 *
 * @param apiOrigin where links in the response point, if not to the origin of the request
 */
export async function handleRequest(
  request: MockRequest,
  context: MockContext,
  apiOrigin?: string,
): Promise<MockResponse> {
  const startedAt = performance.now();
  const file = respondWithFile(request, context);
  if (file) return withCors(request, file, context);
  // without CORS: a page of another origin must not read the history
  const inspected = await respondAsInspector(request, context);
  if (inspected) return inspected;
  const options = respondToOptions(request, context);
  if (options) return withCors(request, options, context);

  const outcome = await respondSafely(request, context, apiOrigin);
  const delay = outcome.delay + randomLatency(context.options.latency);
  if (delay > 0) await sleep(delay);
  addToHistory(context, request, outcome, performance.now() - startedAt);
  return withCors(request, outcome.response, context);
}

/** Matches, validates, responds. The response is validated before it is returned. */
async function respond(received: MockRequest, context: MockContext, apiOrigin?: string): Promise<Outcome> {
  const request = withQueryPreferences(received);
  const hostProblem = checkHostHeader(request);
  if (hostProblem) {
    return createOutcome(problemResponse(context, hostProblem), null, [hostProblem.message]);
  }
  const destination = destinationOf(request, context.hosts, apiOrigin);
  const match = context.contract.match({ ...request, url: destination.url });
  if (match.outcome !== "matched") {
    const { problem, headers } = explainUnmatched(context, request, destination.url, match);
    return createOutcome(problemResponse(context, problem, headers), null, [problem.message]);
  }
  const call = { request, destination, match };
  const taken = takeRule(context, call);
  const upload = receiveUpload(context, match);
  try {
    const validated = await validateRequest(
      context,
      { ...call, request: slowDown(request, taken?.rule) },
      upload,
    );
    if (validated.kind === "problem") {
      taken?.giveBack();
      return await respondToProblem(context, call, validated);
    }
    await upload?.finish(validated.call.report);
    const preference = preferByRule(validated.call.preference, taken?.rule);
    const outcome = await respondToValidCall(context, { ...validated.call, preference });
    await flush(context);
    return outcome;
  } finally {
    upload?.discard();
  }
}

/** What a response says is on the disk before it is sent. */
async function flush({ kept, fileStore }: MockContext): Promise<void> {
  if (kept === null) return;
  await fileStore.flush();
  await kept.flush();
}

/** Turns an internal error into a 500 in the envelope, so that no caller waits for ever. */
async function respondSafely(
  request: MockRequest,
  context: MockContext,
  apiOrigin?: string,
): Promise<Outcome> {
  try {
    return await respond(request, context, apiOrigin);
  } catch (error) {
    const message = `The mock failed: ${error instanceof Error ? error.message : error}`;
    return createOutcome(problemResponse(context, { status: 500, message, details: [] }), null, [message]);
  }
}

function randomLatency([min, max]: readonly [number, number]): number {
  return min + Math.random() * (max - min);
}

function addToHistory(
  context: MockContext,
  request: MockRequest,
  outcome: Outcome,
  milliseconds: number,
): void {
  const entry = createEntry(context, request, outcome, milliseconds);
  context.history.add(entry);
  context.options.onResponse(entry);
}
