import { createFailureEnvelope } from "@ittybit/contract";
import type { OpenApiDocument } from "../document/open-document.js";
import { STATUS_CODES } from "../http/status-text.js";
import type { Detail, Problem } from "../problem.js";

/** How problems are reported where the operation does not document it. */
export interface ProblemEnvelope {
  /** Whether the document has an example of the envelope. If not, nothing can be checked against it. */
  readonly isDocumented: boolean;
  readonly mediaType: string;
  wrap(problem: Problem): unknown;
}

/** The envelope that the examples of the document show, else problem details (RFC 9457). */
export function createProblemEnvelope(document: OpenApiDocument): ProblemEnvelope {
  const wrap = createFailureEnvelope(document);
  if (wrap === null)
    return { isDocumented: false, mediaType: "application/problem+json", wrap: problemDetails };
  return {
    isDocumented: true,
    mediaType: "application/json",
    wrap: ({ details, ...problem }) => wrap({ ...problem, details: details.map(withoutCode) }),
  };
}

/** Problem details of RFC 9457. `validation` lists what is wrong with the request, with the members that Prism uses. */
export function problemDetails({ status, message, details }: Problem): Record<string, unknown> {
  const validation = details.map(({ location, field, code = "invalid", message }) => ({
    location: [location, ...segmentsOf(field)],
    severity: "Error",
    code,
    message,
  }));
  const problem = { type: "about:blank", title: STATUS_CODES[status] ?? "Error", status, detail: message };
  return validation.length === 0 || NOT_VALIDATED.includes(status) ? problem : { ...problem, validation };
}

/** Statuses of requests that are rejected before they are validated. */
const NOT_VALIDATED = [401, 403, 404, 406];

function withoutCode({ code: _, ...detail }: Detail): Omit<Detail, "code"> {
  return detail;
}

/** The segments of a field such as `metadata[album]`. */
function segmentsOf(field: string | null): string[] {
  return field === null ? [] : field.split(/\[|\]\[?/).filter((segment) => segment !== "");
}
