import { type Matched, responseForStatus } from "@ittybit/contract";
import type { MockContext } from "../context.js";
import type { Header, MockResponse } from "../http/message.js";
import type { Problem } from "../problem.js";
import type { Call, RejectedCall } from "../request/judge-request.js";
import { deliveryOf } from "../request/prefer.js";
import { echoHeaders } from "./echo.js";
import { judgeResponse } from "./judge-response.js";
import { createOutcome, type Outcome } from "./outcome.js";

/** Renders a problem in the failure envelope of the API. */
export function problemResponse(
  { problemEnvelope }: Pick<MockContext, "problemEnvelope">,
  problem: Problem,
  headers: readonly Header[] = [],
): MockResponse {
  const body = Buffer.from(JSON.stringify(problemEnvelope.wrap(problem)));
  return { status: problem.status, headers: [...headers, ["Content-Type", "application/json"]], body };
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
  const { operation } = call.match;
  const documented = responseForStatus(context.documentedResponses(operation), problem.status);
  const challenge = problem.status === 401 ? challengeHeaders(call.match) : [];
  const headers = [...echoHeaders(documented?.headers ?? [], report), ...challenge];
  const response = problemResponse(context, problem, headers);
  if (context.problemEnvelope.isDocumented && documented) {
    const violations = await judgeResponse(context, call, response);
    if (violations.length > 0) return respondToViolation(context, operation.operationId, violations);
  }
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

/** RFC 9110, section 11.6.1. */
function challengeHeaders({ operation }: Matched): Header[] {
  const scheme = operation.security.flat().find(({ scheme }) => scheme !== "")?.scheme;
  if (scheme === undefined) return [];
  return [["WWW-Authenticate", scheme.replace(/^./, (letter) => letter.toUpperCase())]];
}
