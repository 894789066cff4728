import { resolveReference } from "@ittybit/contract/json-pointer";
import type { OpenApiDocument } from "./open-document.js";

/** A JSON object of the document. */
export type Node = Readonly<Record<string, unknown>>;

/** A value as an object; an empty object for anything else. */
export function asNode(value: unknown): Node {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Node) : {};
}

/** Follows `$ref`s within the document (RFC 6901) to the end. */
export function resolve(document: OpenApiDocument, value: unknown): unknown {
  return resolveReference(document, value);
}
