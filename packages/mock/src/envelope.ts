import { STATUS_CODES } from "node:http";
import type { DocumentedResponse } from "./catalogue.js";
import { examplesOf } from "./catalogue.js";
import { asNode, type Node } from "./document.js";
import type { Refusal } from "./refusal.js";

/** Puts a refusal into the API's failure envelope. */
export interface Envelope {
  /** Whether the document shows such an envelope; where it does not, nothing can be checked against it. */
  readonly documented: boolean;
  wrap(refusal: Refusal): unknown;
}

/**
 * The failure envelope as the document's own examples show it: `meta` and the error's `code` come from an
 * example of that status, or, where it is documented nowhere, from that of 400 or of any failure.
 */
export function createEnvelope(responses: readonly DocumentedResponse[]): Envelope {
  const examples = new Map<string, { meta: Node; error: Node }>();
  for (const response of responses) {
    const found = examplesOf(response).map(({ value }) => asNode(value));
    const failure = found.find((value) => "meta" in value && "error" in value);
    if (failure === undefined || examples.has(response.status)) continue;
    examples.set(response.status, { meta: asNode(failure.meta), error: asNode(failure.error) });
  }
  const any = examples.get("default") ?? [...examples.values()][0];

  return {
    documented: any !== undefined,
    wrap({ status, message, details }) {
      const known = examples.get(String(status));
      const phrase = (STATUS_CODES[status] ?? "error").toLowerCase().replace(/\W+/g, "_");
      const general = status >= 500 ? any : examples.get("400");
      const code = known?.error.code ?? general?.error.code ?? phrase;
      return { meta: { ...(known ?? any)?.meta, status }, error: { code, message, details } };
    },
  };
}
