import type { OpenApiDocument } from "./source.js";

/** A JSON object of the document. */
export type Node = Readonly<Record<string, unknown>>;

/** A value as an object; an empty object for anything else. */
export function asNode(value: unknown): Node {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Node) : {};
}

const MAX_REF_HOPS = 100;

/** Follows `$ref`s within the document (RFC 6901) to the end. */
export function resolve(document: OpenApiDocument, value: unknown): unknown {
  let current = value;
  for (let hops = 0; hops < MAX_REF_HOPS; hops++) {
    const reference = asNode(current).$ref;
    if (typeof reference !== "string" || !reference.startsWith("#")) return current;
    const keys = decodeURIComponent(reference.slice(1)).split("/").slice(1);
    current = keys
      .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>(
        (node, key) => (Array.isArray(node) ? node[Number(key)] : asNode(node)[key]),
        document,
      );
  }
  return undefined;
}
