import { STATUS_CODES } from "node:http";
import type { Operation } from "./document.js";
import type { Refusal } from "./refusal.js";

/** Puts a refusal into the API's failure envelope, as a JSON value. */
export type Envelope = (refusal: Refusal) => unknown;

type Failure = Readonly<Record<"meta" | "error", Readonly<Record<string, unknown>>>>;

/**
 * The failure envelope as the contract's own examples show it: `meta` and the error's `code` come from an
 * example of that status, or from any failure where the status is documented nowhere.
 */
export function createEnvelope(operations: readonly Operation[]): Envelope {
  const examples = new Map<string, Failure>();
  for (const { responses } of operations) {
    for (const { code, contents = [] } of responses) {
      const example = contents
        .flatMap(({ examples = [] }) => examples)
        .map(failureOf)
        .find(Boolean);
      if (example && !examples.has(code)) examples.set(code, example);
    }
  }
  const any = examples.get("default") ?? [...examples.values()][0];

  return ({ status, message, details }) => {
    const known = examples.get(String(status));
    const code = known?.error.code ?? (STATUS_CODES[status] ?? "error").toLowerCase().replace(/\W+/g, "_");
    return {
      meta: { ...(known ?? any)?.meta, status },
      error: { code, message, details },
    };
  };
}

function failureOf(example: object): Failure | null {
  const value = "value" in example ? example.value : null;
  return typeof value === "object" && value !== null && "meta" in value && "error" in value
    ? (value as Failure)
    : null;
}
