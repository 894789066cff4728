import type { MockContext } from "../context.js";
import type { Library } from "../library/library.js";
import { createProblem, type Problem } from "../problem.js";
import { deliveryOf, type Preference } from "../request/prefer.js";
import type { ValidCall } from "../request/validate-request.js";
import { actOnLibrary } from "./act-on-library.js";
import type { LibraryOperation } from "./library-operations.js";
import { createOutcome, type Outcome } from "./outcome.js";
import { respondToProblem, respondToViolation } from "./problem-response.js";
import { renderResponse } from "./render-response.js";
import type { RenderedResponse } from "./rendered-response.js";
import { replaceExample } from "./replace-example.js";
import { type SelectionFailure, selectResponse } from "./select-response.js";

/** Responds to a valid call: from the cache, or by selecting, rendering and validating a response. */
export async function respondToValidCall(context: MockContext, validCall: ValidCall): Promise<Outcome> {
  const call = { ...validCall, preference: withFaultStatus(context, validCall) };
  const operation = libraryOperation(context, call);
  prepareLibrary(context, operation, call);
  const isWrite = operation !== null && ["create", "update", "delete"].includes(operation.action);
  const key = isWrite ? null : cacheKey(call, operation === null ? null : context.library);
  const cached = key === null ? undefined : context.responseCache.get(key);
  if (cached) return deliver(context, call, cached);

  const { library } = context;
  const selection =
    operation && library ? actOnLibrary(context, library, operation, call) : selectResponse(context, call);
  if (selection.kind === "not-found" || selection.kind === "not-acceptable") {
    const { report, preference } = call;
    const isFound = selection.kind === "not-acceptable";
    const rejected = { kind: "problem", problem: problemOf(selection), report } as const;
    return respondToProblem(context, call, isFound ? rejected : { ...rejected, preference });
  }
  const first = await renderResponse(context, call, selection);
  const isExample = operation === null && selection.kind === "value" && call.preference.example === undefined;
  const rendered =
    isExample && first.violations.length > 0 ? await replaceExample(context, call, selection, first) : first;
  if (key !== null && selection.kind !== "generate") context.responseCache.set(key, rendered);
  return deliver(context, call, rendered);
}

/** What a call does with the library; null without a library, for an invalid call, and if a response is preferred. */
function libraryOperation(
  context: MockContext,
  { match, preference, isValid }: ValidCall,
): LibraryOperation | null {
  const { code, example, dynamic } = preference;
  if (context.library === null || !isValid || code !== undefined || example !== undefined || dynamic)
    return null;
  return context.libraryOperations.get(match.operation.operationId) ?? null;
}

/** Brings the library up to date before it is read: processing can have ended since. */
function prepareLibrary(
  { library }: MockContext,
  operation: LibraryOperation | null,
  { report }: ValidCall,
): void {
  if (library === null || operation === null) return;
  library.settle();
  const [id] = Object.values(report.parameters.path);
  if (operation.action === "get") library.countRead(String(id));
}

/** Everything that the response to a call without a body depends on; null if it depends on more. */
function cacheKey(
  { request, destination, report, accept = "", preference }: ValidCall,
  library: Library | null,
): string | null {
  if (request.body !== null || preference.dynamic) return null;
  const { delay: _delay, fault: _fault, ...selecting } = preference;
  const state = library?.revision ?? null;
  const inputs = JSON.stringify([accept, destination.origin, selecting, report.parameters.header, state]);
  return `${request.method === "HEAD" ? "GET" : request.method} ${destination.url} ${inputs}`;
}

/** Faults that are statuses select that status; `503-then-ok` does so on every second call of a URL. */
function withFaultStatus(
  { failedOnce }: MockContext,
  { request, destination, preference }: ValidCall,
): Preference {
  if (preference.fault === "429") return { ...preference, code: 429, dynamic: false };
  if (preference.fault !== "503-then-ok") return preference;
  const key = `${request.method} ${destination.url}`;
  if (failedOnce.delete(key)) return preference;
  if (failedOnce.size >= MAX_FAILED_ONCE) failedOnce.clear();
  failedOnce.add(key);
  return { ...preference, code: 503, dynamic: false };
}

const MAX_FAILED_ONCE = 1000;

function problemOf(failure: SelectionFailure): Problem {
  if (failure.kind === "not-found") {
    const { parameter, message } = failure;
    return createProblem(404, [{ location: "path", field: parameter, message }]);
  }
  const message = `Accept names none of the media types of this response: ${failure.offered.join(", ")}.`;
  return createProblem(406, [{ location: "header", field: "Accept", message }]);
}

function deliver(
  context: MockContext,
  { match, preference }: ValidCall,
  { violations, note, ...response }: RenderedResponse,
): Outcome {
  const { operationId } = match.operation;
  if (violations.length > 0) return respondToViolation(context, operationId, violations);
  const delivery = deliveryOf(preference.fault);
  return createOutcome(
    { ...response, delivery },
    operationId,
    note === undefined ? [] : [note],
    preference.delay,
  );
}
