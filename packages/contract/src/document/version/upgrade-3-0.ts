import { isObject } from "../../is-object.js";
import { joinPointer, resolvePointer } from "../../json-pointer.js";
import type { DocumentFault } from "../structure/document-fault.js";
import { upgradeSchema } from "./schema-3-0.js";
import { schemasOf } from "./walk-schemas.js";

/** A document that is read as one of OpenAPI 3.1, and what is to be said of it. */
export interface UpgradedDocument {
  readonly document: Record<string, unknown>;
  readonly faults: readonly DocumentFault[];
}

/**
 * Reads an OpenAPI 3.0 document as one of 3.1. Only Schema Objects differ in what they mean. Everything stays at its
 * pointer.
 */
export function upgrade30(document: Readonly<Record<string, unknown>>): UpgradedDocument {
  const upgraded = copy(document) as Record<string, unknown>;
  upgraded.openapi = "3.1.1";
  delete upgraded.jsonSchemaDialect;
  const places = new Map<string, string[]>();
  for (const { pointer, value } of schemasOf(document, false)) {
    const { schema, ineffective } = upgradeSchema(value);
    replaceMembers(resolvePointer(upgraded, pointer), schema);
    for (const [keyword, reason] of ineffective) {
      const problem = `${keyword} ${reason}`;
      places.set(problem, [...(places.get(problem) ?? []), joinPointer(pointer, keyword)]);
    }
  }
  return { document: upgraded, faults: [...places].map(([problem, pointers]) => noticed(problem, pointers)) };
}

/** Keeps the schemas inside: they have been, or will be, replaced themselves. */
function replaceMembers(target: unknown, schema: Readonly<Record<string, unknown>>): void {
  if (!isObject(target)) return;
  for (const key of Object.keys(target)) if (!Object.hasOwn(schema, key)) delete target[key];
  for (const [key, value] of Object.entries(schema)) {
    if (typeof value !== "object" || !Object.hasOwn(target, key) || key === "type") target[key] = value;
  }
}

/** One notice for all places: a document may have thousands. */
function noticed(problem: string, pointers: readonly string[]): DocumentFault {
  const [pointer = "", ...others] = pointers.toSorted();
  const more = others.length === 0 ? "" : ` (and in ${others.length} more places)`;
  return { problem: problem + more, pointer, fix: "Remove it.", isHarmless: true };
}

/** A deep copy in which no two places share an object, as YAML aliases do. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copy(member)]));
}
