import { headerValue, headerValues, type RequestReport } from "@ittybit/contract";
import type { MockContext } from "../context.js";
import type { DocumentedResponse } from "../document/documented-responses.js";
import { encodeText, NO_BYTES } from "../http/bytes.js";
import type { Header, MockResponse } from "../http/message.js";
import type { Problem } from "../problem.js";
import { deliveryOf } from "../request/prefer.js";
import type { Call, RejectedCall } from "../request/validate-request.js";
import { adaptExample } from "./adapt-example.js";
import { challengeHeaders } from "./challenge.js";
import { findDocumentedProblem, type ProblemBody, problemBodies } from "./documented-problem.js";
import { encodeBody } from "./encode-body.js";
import { createOutcome, type Outcome } from "./outcome.js";
import type { RenderedResponse } from "./rendered-response.js";
import { renderWithEcho } from "./response-headers.js";
import { validated } from "./validate-response.js";

/** Renders a problem in the envelope of the document. */
export function problemResponse(
  { problemEnvelope }: Pick<MockContext, "problemEnvelope">,
  problem: Problem,
  headers: readonly Header[] = [],
): MockResponse {
  const body = encodeText(JSON.stringify(problemEnvelope.wrap(problem)));
  return { status: problem.status, headers: [...headers, ["Content-Type", problemEnvelope.mediaType]], body };
}

/**
 * Responds to a rejected call as its operation documents: with the status, headers, media type and schema of the problem.
 * Like every response, this one is validated. A status that is not documented gets the envelope of the document.
 */
export async function respondToProblem(
  context: MockContext,
  call: Call,
  { problem, report, preference = { dynamic: false } }: RejectedCall,
): Promise<Outcome> {
  const { operation } = call.match;
  const hasCredentials = headerValue(call.request.headers, "authorization") !== undefined;
  const challenges = problem.status === 401 ? challengeHeaders(operation, context.realm, hasCredentials) : [];
  const { status, response } = findDocumentedProblem(context.documentedResponses(operation), problem.status);
  const rendered =
    response === undefined
      ? { ...problemResponse(context, problem, challenges), violations: [] }
      : await renderDocumented(context, call, {
          report,
          response,
          challenges,
          problem: { ...problem, status },
        });
  const { violations, ...sent } = rendered;
  const messages = problem.details.map(({ message }) => message);
  const reasons = messages.length > 0 ? messages : [problem.message];
  if (violations.length > 0)
    return respondToViolation(context, operation.operationId, [...violations, ...reasons]);
  const delivery = deliveryOf(preference.fault);
  return createOutcome({ ...sent, delivery }, operation.operationId, reasons, preference.delay);
}

interface Rejection {
  readonly problem: Problem;
  readonly report: RequestReport;
  readonly response: DocumentedResponse;
  readonly challenges: readonly Header[];
}

/** Renders a problem as the first valid of the bodies that its documented response allows. */
async function renderDocumented(
  context: MockContext,
  call: Call,
  { problem, report, response, challenges }: Rejection,
): Promise<RenderedResponse> {
  const { status } = problem;
  const shown = (headers: readonly Header[]) => ({ documented: response.headers, sent: headers });
  const render = async (body: ProblemBody | null) =>
    renderWithEcho(response.headers, report, (headers) => {
      const { destination } = call;
      if (body === null)
        return validated(context, call, { status, headers: [...headers, ...challenges], body: NO_BYTES });
      const exchange = { status, shown: shown(headers), destination, hosts: context.hosts };
      const bytes = encodeBody(context.document, adaptExample(body.value, exchange), body.content);
      const type: Header = ["Content-Type", body.content.mediaType];
      return validated(context, call, { status, headers: [...headers, ...challenges, type], body: bytes });
    });
  if (response.contents.length === 0) return render(null);
  const accept = headerValues(call.request.headers, "accept").join(",") || undefined;
  let first: RenderedResponse | undefined;
  for (const body of problemBodies(context, response, problem, accept)) {
    const rendered = await render(body);
    if (rendered.violations.length === 0) return rendered;
    first ??= rendered;
  }
  return first as RenderedResponse;
}

/** Replaces a response that breaks the contract. It is never sent. */
export function respondToViolation(
  context: MockContext,
  operationId: string,
  violations: readonly string[],
): Outcome {
  const details = violations.map(
    (message) => ({ location: "body", field: null, code: "violation", message }) as const,
  );
  const message = `The mock's own response to ${operationId} breaks the contract, so it is not sent. ${violations[0]}`;
  return createOutcome(problemResponse(context, { status: 500, message, details }), operationId, violations);
}
