import {
  type ExchangeRequest,
  headerValue,
  headerValues,
  type Matched,
  type RequestReport,
} from "@ittybit/contract";
import type { MockContext } from "../context.js";
import type { MockRequest } from "../http/message.js";
import { createProblem, type Problem } from "../problem.js";
import { checkApiKey } from "./api-key.js";
import type { Destination } from "./destination.js";
import { createTooLargeProblem, limitBody } from "./limit-body.js";
import { type Preference, readPreference } from "./prefer.js";
import { problemFromFindings } from "./problem-from-findings.js";
import type { Upload } from "./receive-upload.js";

/** A request whose operation is known. */
export interface Call {
  readonly request: MockRequest;
  readonly destination: Destination;
  readonly match: Matched;
}

/** A call that keeps the contract, and what its caller prefers. */
export interface ValidCall extends Call {
  readonly report: RequestReport;
  /** False for an invalid call that is let through because requests are not validated. */
  readonly isValid: boolean;
  readonly accept: string | undefined;
  readonly preference: Preference;
  /** The file of the call, if it carries one. */
  readonly upload: Upload | null;
}

/** A call that gets an error response. */
export interface RejectedCall {
  readonly kind: "problem";
  readonly problem: Problem;
  readonly report: RequestReport;
  /** Delay and fault still apply to the error response. */
  readonly preference?: Preference;
}

export type ValidatedCall = { readonly kind: "valid"; readonly call: ValidCall } | RejectedCall;

/** Checks a call against the contract, the API key, the upload limit and its own `Prefer` header. */
export async function validateRequest(
  context: MockContext,
  call: Call,
  upload: Upload | null,
): Promise<ValidatedCall> {
  const { request, destination, match } = call;
  const { maxUpload, apiKey } = context.options;
  const exchange: ExchangeRequest = {
    method: request.method,
    url: destination.url,
    headers: request.headers,
  };
  const early = await validateBeforeBody(context, call, exchange);
  if (early) return early;

  const body = limitBody(request, maxUpload);
  const report = await context.contract.checkRequest(
    { ...exchange, body: body.stream },
    { match, ...(upload && { onPartData: upload.onPartData }) },
  );
  const reject = (problem: Problem, preference?: Preference): RejectedCall => ({
    kind: "problem",
    problem,
    report,
    ...(preference && { preference }),
  });
  const overLimit = body.problem() ?? upload?.problem() ?? null;
  if (overLimit) return reject(overLimit);
  const problem = problemFromFindings(report, context.alternatives);
  const wrongKey = checkApiKey(match.operation, request.headers, apiKey);
  if (wrongKey) return reject(wrongKey);
  if (problem?.status === 401) return reject(problem);
  const documented = context.documentedResponses(match.operation);
  const preferred = readPreference(headerValues(request.headers, "prefer"), documented);
  if (preferred.kind === "mistake") return reject(createPreferProblem(preferred.message));
  const { preference } = preferred;
  if (problem && context.options.validateRequest) return reject(problem, preference);
  const accept = headerValues(request.headers, "accept").join(",") || undefined;
  const isValid = problem === null;
  const usable = isValid ? report : withoutInvalidValues(report);
  return { kind: "valid", call: { ...call, report: usable, isValid, accept, preference, upload } };
}

/** Rejects a caller that waits for `100 Continue`, or announces too large a body, before it sends that body. */
async function validateBeforeBody(
  context: MockContext,
  { request, match }: Call,
  exchange: ExchangeRequest,
): Promise<RejectedCall | null> {
  const { maxUpload, apiKey } = context.options;
  const isTooLarge = Number(headerValue(request.headers, "content-length")) > maxUpload;
  if (request.sendContinue === undefined && !isTooLarge) return null;
  const report = await context.contract.checkRequest({ ...exchange, body: undefined }, { match });
  const found = problemFromFindings(report, context.alternatives);
  const problem =
    (context.options.validateRequest || found?.status === 401 ? found : null) ??
    checkApiKey(match.operation, request.headers, apiKey) ??
    (isTooLarge ? createTooLargeProblem(maxUpload) : null);
  if (problem) return { kind: "problem", problem, report };
  request.sendContinue?.();
  return null;
}

/** A report without the values that findings are about, so that nothing invalid reaches a response. */
function withoutInvalidValues(report: RequestReport): RequestReport {
  const { findings, parameters, body } = report;
  const valid = (location: "path" | "query" | "header" | "cookie") => {
    const invalid = findings.flatMap(({ at }) => (at.in === location ? [at.name] : []));
    return Object.fromEntries(
      Object.entries(parameters[location]).filter(([name]) => !invalid.includes(name)),
    );
  };
  const hasBody = !findings.some(({ at }) => at.in === "body" || at.in === "media-type");
  return {
    ...report,
    parameters: {
      path: valid("path"),
      query: valid("query"),
      header: valid("header"),
      cookie: valid("cookie"),
    },
    body: hasBody ? body : { ...body, value: undefined, parts: [] },
  };
}

function createPreferProblem(message: string): Problem {
  return createProblem(400, [{ location: "header", field: "Prefer", message }]);
}
