import type { Operation } from "@ittybit/contract";
import { parsePointer, pointerOfReference, resolvePointer } from "@ittybit/contract/json-pointer";
import { asNode, resolve } from "./node.js";
import type { OpenApiDocument } from "./open-document.js";

/** A document with one operation, and no more than what it refers to. Reading a large document takes many seconds. */
export function operationDocument(document: OpenApiDocument, { path, method }: Operation): OpenApiDocument {
  const { openapi, info, jsonSchemaDialect } = document;
  const item = asNode(resolve(document, asNode(document.paths)[path]));
  const name = method.toLowerCase();
  const reduced: Record<string, unknown> = {
    openapi,
    info,
    ...(jsonSchemaDialect === undefined ? {} : { jsonSchemaDialect }),
    paths: { [path]: { parameters: item.parameters ?? [], [name]: withoutSecurity(item[name]) } },
  };
  const open = referencesIn(reduced);
  const seen = new Set<string>();
  for (let reference = open.pop(); reference !== undefined; reference = open.pop()) {
    const pointer = pointerOfReference(reference);
    if (pointer === null || seen.has(pointer)) continue;
    seen.add(pointer);
    const target = resolvePointer(document, pointer);
    if (target === undefined || resolvePointer(reduced, pointer) === target) continue;
    setAt(reduced, parsePointer(pointer), target);
    open.push(...referencesIn(target));
  }
  return reduced;
}

/** Nobody checks the credentials here, and they would bring their schemes along. */
function withoutSecurity(operation: unknown): unknown {
  const { security: _, callbacks: _callbacks, ...rest } = asNode(operation);
  return rest;
}

function referencesIn(value: unknown): string[] {
  const found: string[] = [];
  const open = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== "object" || next === null) continue;
    const { $ref } = next as { $ref?: unknown };
    if (typeof $ref === "string") found.push($ref);
    open.push(...Object.values(next).filter((one) => one !== undefined));
  }
  return found;
}

/** Sets a value below objects of its own, so that the document it comes from is not changed. */
function setAt(root: Record<string, unknown>, tokens: readonly string[], value: unknown): void {
  let at = root;
  for (const token of tokens.slice(0, -1)) {
    const below = { ...asNode(at[token]) };
    at[token] = below;
    at = below;
  }
  const last = tokens.at(-1);
  if (last !== undefined) at[last] = value;
}
