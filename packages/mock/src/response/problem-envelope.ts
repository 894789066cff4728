import { STATUS_CODES } from "node:http";
import { createFailureEnvelope } from "@ittybit/contract";
import type { OpenApiDocument } from "../document/open-document.js";
import type { Problem } from "../problem.js";

/** The failure envelope of the API. */
export interface ProblemEnvelope {
  /** Whether the document has an example of the envelope. If not, nothing can be checked against it. */
  readonly isDocumented: boolean;
  wrap(problem: Problem): unknown;
}

/** The envelope that the examples of the document show, else one of our own. */
export function createProblemEnvelope(document: OpenApiDocument): ProblemEnvelope {
  const documented = createFailureEnvelope(document);
  return { isDocumented: documented !== null, wrap: documented ?? wrapWithoutExample };
}

function wrapWithoutExample({ status, message, details }: Problem): unknown {
  const code = (STATUS_CODES[status] ?? "error").toLowerCase().replace(/\W+/g, "_");
  return { meta: { status }, error: { code, message, details } };
}
