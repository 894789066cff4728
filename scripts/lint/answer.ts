import { type Example, examplesOf } from "./example.js";
import type { Visit } from "./openapi-object.js";
import { followed } from "./reference.js";
import type { Site, Sources } from "./source.js";

/** One path of the contract with the examples that tell which resource it is about. */
export type PathExamples = { path: string; parameters: Example[]; operations: OperationExamples[] };

/** The examples of one operation's answers, in the sequence of the contract. */
export type OperationExamples = { site: Site; name: string; answers: Answer[] };

/** An example of an answer, with the status (a code, a class such as 4XX, or `default`) it is given for. */
export type Answer = { status: string; example: Example };

type Found = { site: Site; value: Record<string, unknown> };

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Reads the examples of every path, through `$ref`. */
export function pathExamples(sources: Sources, root: Site): PathExamples[] {
  return below(sources, { site: root, value: {} }, "paths").map(([path, item]) => {
    const operations = methods.flatMap((method) => below(sources, item, method, "one"));
    return {
      path,
      parameters: [item, ...operations.map(([, operation]) => operation)]
        .flatMap((holder) => below(sources, holder, "parameters"))
        .filter(([, { value }]) => value.in === "path")
        .flatMap(([, parameter]) => examplesOf(sources, visit("parameter", parameter))),
      operations: operations.map(([method, operation]) => ({
        site: operation.site,
        name: `${method.toUpperCase()} ${path}`,
        answers: answersOf(sources, operation),
      })),
    };
  });
}

function answersOf(sources: Sources, operation: Found): Answer[] {
  return below(sources, operation, "responses").flatMap(([status, response]) =>
    below(sources, response, "content")
      .flatMap(([, mediaType]) => examplesOf(sources, visit("mediaType", mediaType)))
      .map((example) => ({ status, example })),
  );
}

const visit = (kind: Visit["kind"], { site, value }: Found): Visit => ({ kind, site, value });

/** What a field of an object holds: one object, or many by key; each with `$ref` followed. */
function below(sources: Sources, { site }: Found, field: string, holds = "many"): [string, Found][] {
  const at = { ...site, steps: [...site.steps, field] };
  const held = followed(sources, at);
  if (typeof held.value !== "object" || held.value === null) return [];
  if (holds === "one") return [[field, held as Found]];
  return Object.keys(held.value).map((key) => {
    const step = Array.isArray(held.value) ? Number(key) : key;
    return [key, followed(sources, { ...held.site, steps: [...held.site.steps, step] }) as Found];
  });
}
