import { STATUS_CODES } from "node:http";
import { type DocumentedResponse, examplesOf } from "../document/documented-responses.js";
import { asNode, type Node } from "../document/node.js";
import type { Problem } from "../problem.js";

/** The failure envelope of the API. */
export interface ProblemEnvelope {
  /** Whether the document has an example of the envelope. If not, nothing can be checked against it. */
  readonly isDocumented: boolean;
  wrap(problem: Problem): unknown;
}

/**
 * Derives the failure envelope from the examples of a document. `meta` and `error.code` come from an example of the same
 * status, else from that of 400, else from any failure.
 */
export function createProblemEnvelope(responses: readonly DocumentedResponse[]): ProblemEnvelope {
  const examples = collectExamples(responses);
  const anyExample = examples.get("default") ?? [...examples.values()][0];
  return {
    isDocumented: anyExample !== undefined,
    wrap({ status, message, details }) {
      const own = examples.get(String(status));
      const general = status >= 500 ? anyExample : examples.get("400");
      const code = own?.error.code ?? general?.error.code ?? codeFromStatus(status);
      return { meta: { ...(own ?? anyExample)?.meta, status }, error: { code, message, details } };
    },
  };
}

function collectExamples(responses: readonly DocumentedResponse[]): Map<string, { meta: Node; error: Node }> {
  const examples = new Map<string, { meta: Node; error: Node }>();
  for (const response of responses) {
    const values = examplesOf(response).map(({ value }) => asNode(value));
    const failure = values.find((value) => "meta" in value && "error" in value);
    if (failure === undefined || examples.has(response.status)) continue;
    examples.set(response.status, { meta: asNode(failure.meta), error: asNode(failure.error) });
  }
  return examples;
}

function codeFromStatus(status: number): string {
  return (STATUS_CODES[status] ?? "error").toLowerCase().replace(/\W+/g, "_");
}
