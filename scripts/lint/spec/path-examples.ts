import type { Document } from "../../generate/document/document.js";
import { DocumentError } from "../../generate/document/document-error.js";
import { operationResources } from "../../generate/operations/method-names.js";
import { type Example, examplesOf } from "./examples.js";
import { METHODS, type Visit } from "./openapi-object.js";
import { followed } from "./references.js";
import type { Site, Sources } from "./spec-source.js";

/** One path of the contract with the examples that show which resource it is about. */
export interface PathExamples {
  readonly path: string;
  /** Of the path parameters. */
  readonly parameters: readonly ParameterExample[];
  readonly operations: readonly OperationExamples[];
}

/** An example of a path parameter, and the name of the parameter. */
interface ParameterExample {
  readonly name: string;
  readonly example: Example;
}

/** The examples of one operation's responses, in the order of the contract. */
export interface OperationExamples {
  readonly site: Site;
  /** Method and path: `GET /media/{id}`. */
  readonly name: string;
  /**
   * The resource whose ids its items have: that of the operation that gets one of them, else its own. Undefined where
   * two operations have one name, which the generator reports.
   */
  readonly resource: string | undefined;
  /** The resource of the item that the path names before: `media` for `/media/{id}/sources`. */
  readonly parent: string | undefined;
  readonly responses: readonly ResponseExample[];
}

/** An example of a response, with the status (a code, a class such as 4XX, or `default`) it is given for. */
export interface ResponseExample {
  readonly status: string;
  readonly example: Example;
}

type Found = { site: Site; value: Record<string, unknown> };

/** Reads the examples of every path, through `$ref`. */
export function pathExamples(sources: Sources, root: Site): PathExamples[] {
  const paths = below(sources, { site: root, value: {} }, "paths").map(([path, item]) => ({
    path,
    item,
    operations: METHODS.flatMap((method) => below(sources, item, method, "one")),
  }));
  const resourceOf = resources(sources, paths);
  return paths.map(({ path, item, operations }) => ({
    path,
    parameters: [item, ...operations.map(([, operation]) => operation)]
      .flatMap((holder) => below(sources, holder, "parameters"))
      .filter(([, { value }]) => value.in === "path")
      .flatMap(([, parameter]) =>
        examplesOf(sources, visit("parameter", parameter)).map((example) => ({
          name: String(parameter.value.name),
          example,
        })),
      ),
    operations: operations.map(([method, operation]) => ({
      site: operation.site,
      name: `${method.toUpperCase()} ${path}`,
      ...resourceOf(operation.value.operationId),
      responses: responseExamples(sources, operation),
    })),
  }));
}

type Paths = readonly { path: string; operations: readonly [method: string, operation: Found][] }[];

/** Derives what the operation table would say of each operation. */
function resources(sources: Sources, paths: Paths) {
  const entries = paths.map(({ path, operations }) => [
    path,
    Object.fromEntries(operations.map(([method, operation]) => [method, linked(sources, operation)])),
  ]);
  const table = tableOf({ paths: Object.fromEntries(entries) } as Document);
  return (operationId: unknown) => {
    const row = table.get(String(operationId));
    const item = row?.item === undefined ? undefined : table.get(String(row.item));
    return { resource: (item ?? row)?.resource, parent: row?.parent ?? undefined };
  };
}

/** An operation with what the table is derived from: its name, and the links of its responses. */
function linked(sources: Sources, operation: Found): object {
  const responses = below(sources, operation, "responses").map(([status, response]) => {
    const links = below(sources, response, "links").map(([name, { value }]) => [name, value]);
    return [status, { description: "", links: Object.fromEntries(links) }];
  });
  return { operationId: operation.value.operationId, responses: Object.fromEntries(responses) };
}

function tableOf(document: Document): ReturnType<typeof operationResources> {
  try {
    return operationResources(document);
  } catch (error) {
    if (error instanceof DocumentError) return new Map();
    throw error;
  }
}

function responseExamples(sources: Sources, operation: Found): ResponseExample[] {
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
