import { isObject } from "./is-object.js";
import { resolveReference } from "./json-pointer.js";

/**
 * A failure to report in the envelope of the API.
 *
 * @example
 * ```ts
 * import type { Failure } from "@ittybit/contract";
 *
 * export const notFound: Failure = { status: 404, message: "There is no media with this id.", details: [] };
 * ```
 */
export interface Failure {
  readonly status: number;
  readonly message: string;
  readonly details: readonly unknown[];
}

/** Puts a failure into the envelope of the API. */
export type WrapFailure = (failure: Failure) => {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly error: Readonly<Record<string, unknown>>;
};

/**
 * Derives the failure envelope from the examples of a document: `meta` and `error.code` come from an example of
 * the same status, else from one of `default` for 5XX and of 400 for the rest, else from any. Returns null when
 * no response has an example with `meta` and `error`.
 *
 * @param document OpenAPI 3.1, as parsed JSON
 *
 * @example
 * ```ts
 * import { createFailureEnvelope } from "@ittybit/contract";
 * import document from "@ittybit/openapi/openapi.json" with { type: "json" };
 *
 * const wrap = createFailureEnvelope(document);
 * console.log(wrap?.({ status: 404, message: "There is no such media.", details: [] }));
 * ```
 */
export function createFailureEnvelope(document: unknown): WrapFailure | null {
  const examples = failureExamples(document);
  const anyExample = examples.get("default") ?? [...examples.values()][0];
  if (anyExample === undefined) return null;
  return ({ status, message, details }) => {
    const own = examples.get(String(status));
    const general = own ?? (status >= 500 ? anyExample : (examples.get("400") ?? anyExample));
    return {
      meta: { ...(own ?? anyExample).meta, status },
      error: { ...general.error, message, details },
    };
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

interface FailureExample {
  readonly meta: JsonObject;
  readonly error: JsonObject;
}

/** The first example of each status, in document order. */
function failureExamples(document: unknown): Map<string, FailureExample> {
  const examples = new Map<string, FailureExample>();
  const root = objectOf(document);
  for (const path of Object.values(objectOf(root.paths))) {
    for (const operation of Object.values(objectOf(resolveReference(root, path)))) {
      for (const [status, response] of Object.entries(objectOf(objectOf(operation).responses))) {
        const example = examples.has(status) ? undefined : exampleOf(root, response);
        if (example) examples.set(status, example);
      }
    }
  }
  return examples;
}

function exampleOf(root: JsonObject, response: unknown): FailureExample | undefined {
  const contents = Object.values(objectOf(objectOf(resolveReference(root, response)).content)).map(objectOf);
  const values = contents.flatMap(({ example, examples }) => [
    example,
    ...Object.values(objectOf(examples)).map((one) => objectOf(resolveReference(root, one)).value),
  ]);
  for (const value of values) {
    const { meta, error } = objectOf(value);
    if (isObject(meta) && isObject(error)) return { meta, error };
  }
  return undefined;
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
