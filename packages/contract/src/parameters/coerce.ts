import { itemNodes, propertyNodes, type Schemas, typesOf } from "../schema/outline.js";
import type { SchemaNode } from "../schema/schema-node.js";

const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Converts text to a type that its schemas allow. Text that does not look like that type stays text and fails validation. */
export function coerceText(text: string, types: ReadonlySet<string>): unknown {
  if (types.size === 0) return text;
  if ((types.has("number") || types.has("integer")) && number.test(text)) return Number(text);
  if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
  if (types.has("null") && !types.has("string") && (text === "null" || text === "")) return null;
  return text;
}

/** Converts every string in parsed text. */
export function coerceParts(parts: unknown, schemas: Schemas, nodes: readonly SchemaNode[]): unknown {
  if (typeof parts === "string") return coerceText(parts, typesOf(nodes));
  if (Array.isArray(parts)) {
    return parts.map((part, index) => coerceParts(part, schemas, itemNodes(schemas, nodes, index)));
  }
  if (typeof parts !== "object" || parts === null) return parts;
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      coerceParts(part, schemas, propertyNodes(schemas, nodes, name)),
    ]),
  );
}
