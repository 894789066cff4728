import { headerValue, responseForStatus } from "@ittybit/contract";
import type { MockContext } from "../context.js";
import type { Header, MockResponse } from "../http/message.js";
import type { Problem } from "../problem.js";
import type { Call, RejectedCall } from "../request/judge-request.js";
import { deliveryOf } from "../request/prefer.js";
import { adaptExample } from "./adapt-example.js";
import { challengeHeaders } from "./challenge.js";
import { judgeResponse } from "./judge-response.js";
import { createOutcome, type Outcome } from "./outcome.js";
import { renderWithEcho } from "./response-headers.js";

/** Renders a problem in the failure envelope of the API. */
export function problemResponse(
  { problemEnvelope }: Pick<MockContext, "problemEnvelope">,
  problem: Problem,
  headers: readonly Header[] = [],
): MockResponse {
  return jsonResponse(problem.status, problemEnvelope.wrap(problem), headers);
}

function jsonResponse(status: number, value: unknown, headers: readonly Header[]): MockResponse {
  const body = Buffer.from(JSON.stringify(value));
  return { status, headers: [...headers, ["Content-Type", "application/json"]], body };
}

/**
 * Responds to a rejected call with the headers that its operation documents for the status. Like every response, this
 * one is judged too.
 */
export async function respondToProblem(
  context: MockContext,
  call: Call,
  { problem, report, preference = { dynamic: false } }: RejectedCall,
): Promise<Outcome> {
  const { destination, match } = call;
  const { operation } = match;
  const documented = responseForStatus(context.documentedResponses(operation), problem.status);
  const hasCredentials = headerValue(call.request.headers, "authorization") !== undefined;
  const challenges = problem.status === 401 ? challengeHeaders(operation, context.realm, hasCredentials) : [];
  const isJudged = context.problemEnvelope.isDocumented && documented !== undefined;
  const shownHeaders = documented?.headers ?? [];
  const { violations, ...response } = await renderWithEcho(shownHeaders, report, async (headers) => {
    const shown = { documented: shownHeaders, sent: headers };
    const envelope = context.problemEnvelope.wrap(problem);
    const value = adaptExample(envelope, {
      status: problem.status,
      shown,
      destination,
      hosts: context.hosts,
    });
    const rendered = jsonResponse(problem.status, value, [...headers, ...challenges]);
    return { ...rendered, violations: isJudged ? await judgeResponse(context, call, rendered) : [] };
  });
  if (violations.length > 0) return respondToViolation(context, operation.operationId, violations);
  const messages = problem.details.map(({ message }) => message);
  return createOutcome(
    { ...response, delivery: deliveryOf(preference.fault) },
    operation.operationId,
    messages.length > 0 ? messages : [problem.message],
    preference.delay,
  );
}

/** Replaces a response that breaks the contract. It is never sent. */
export function respondToViolation(
  context: MockContext,
  operationId: string,
  violations: readonly string[],
): Outcome {
  const details = violations.map((message) => ({ location: "body", field: null, message }) as const);
  const message = `The mock's own response to ${operationId} breaks the contract, so it is not sent. ${violations[0]}`;
  return createOutcome(problemResponse(context, { status: 500, message, details }), operationId, violations);
}
