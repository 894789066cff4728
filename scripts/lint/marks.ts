import { type Document, isObject, pointer, resolve } from "../generate/document.js";
import { operationList } from "../generate/operation-list.js";
import { DOCUMENTED_FACTS, type FactKind } from "./documented-facts.js";
import type { Finding } from "./finding.js";

type Locate = (pointer: string) => { file: string; line: number };

interface Fact {
  readonly kind: FactKind;
  /** As in the list of documented facts. */
  readonly name: string;
  readonly pointer: string;
}

/** Finds facts of a bundle that neither the public reference states nor a mark covers. */
export function unmarkedFacts(document: Document, locate: Locate): Finding[] {
  const facts = [...operationFacts(document), ...componentFacts(document)];
  return facts
    .filter(({ kind, name }) => DOCUMENTED_FACTS[kind][name] === undefined)
    .map(({ kind, name, pointer }) => ({
      ...locate(pointer),
      code: "unmarked",
      message: `the public reference states no ${kind} ${name}: mark it with x-inferred`,
    }));
}

function* operationFacts(document: Document): Generator<Fact> {
  for (const { path, method, operation, parameters } of operationList(document)) {
    if (isMarked(document, operation)) continue;
    const id = operation.operationId;
    const at = ["paths", path, method.toLowerCase()];
    yield { kind: "operation", name: id, pointer: pointer(...at) };
    // A mark on the operation covers what is below it.
    if (DOCUMENTED_FACTS.operation[id] === undefined) continue;
    for (const parameter of parameters)
      if (!isMarked(document, parameter))
        yield { kind: "parameter", name: parameter.name, pointer: pointer(...at, "parameters") };
    for (const [status, response] of Object.entries(operation.responses ?? {}))
      if (!isMarked(document, response))
        yield { kind: "response", name: `${id} ${status}`, pointer: pointer(...at, "responses", status) };
  }
}

function* componentFacts(document: Document): Generator<Fact> {
  const { headers = {}, schemas = {} } = document.components ?? {};
  for (const [name, header] of Object.entries(headers))
    if (!isMarked(document, header))
      yield { kind: "header", name, pointer: pointer("components", "headers", name) };
  for (const [name, schema] of Object.entries(schemas))
    yield* propertyFacts(document, schema, ["components", "schemas", name]);
}

/** The properties below a schema that no mark covers. A `$ref` is another schema, which is visited on its own. */
function* propertyFacts(document: Document, schema: unknown, at: readonly string[]): Generator<Fact> {
  if (!isObject(schema) || schema.$ref !== undefined || isMarked(document, schema)) return;
  for (const [name, property] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
    const below = [...at, "properties", name];
    if (isMarked(document, property)) continue;
    yield { kind: "property", name, pointer: pointer(...below) };
    yield* propertyFacts(document, property, below);
  }
  for (const keyword of ["items", "additionalProperties"])
    yield* propertyFacts(document, schema[keyword], [...at, keyword]);
}

/** Whether a node, or the node that its `$ref` leads to, has a mark. */
function isMarked(document: Document, node: unknown): boolean {
  if (!isObject(node)) return false;
  if (node["x-inferred"] !== undefined) return true;
  return typeof node.$ref === "string" && isMarked(document, resolve<unknown>(document, node));
}
