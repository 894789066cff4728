import { itemNodes, propertyNodes, type Schemas, typesOf } from "../schema/outline.js";
import type { SchemaNode } from "../schema/schema-node.js";

const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Text as the JSON value its schemas ask for; text that does not look like one stays text, and fails there. */
export function coerceText(text: string, nodes: readonly SchemaNode[]): unknown {
  const types = typesOf(nodes);
  if (types.size === 0) return text;
  if ((types.has("number") || types.has("integer")) && number.test(text)) return Number(text);
  if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
  if (types.has("null") && !types.has("string") && (text === "null" || text === "")) return null;
  return text;
}

/** Lists, maps and text as styles yield them, every text in them coerced. */
export function coerceParts(parts: unknown, schemas: Schemas, nodes: readonly SchemaNode[]): unknown {
  if (typeof parts === "string") return coerceText(parts, nodes);
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
