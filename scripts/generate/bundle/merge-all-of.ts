import { type Document, isObject, isReference, pointer, resolve, type Schema } from "../document/document.js";
import { DocumentError } from "../document/document-error.js";

/**
 * Merges every `allOf` of plain object schemas into one schema, so that readers and generators of the bundle see each
 * object whole, while spec/ says each property once. An `allOf` with any other keyword in a member is left as it is.
 *
 * A later member may narrow a property of an earlier one to a constant; it then stands in its place.
 *
 * @throws DocumentError when two members define the same property in another way
 */
export const mergeAllOf = (document: Document): Document => visit(document, document, "") as Document;

function visit(document: Document, node: unknown, at: string): unknown {
  if (Array.isArray(node)) return node.map((member, index) => visit(document, member, `${at}/${index}`));
  if (!isObject(node)) return node;
  const merged = merge(document, node, at);
  return Object.fromEntries(
    Object.entries(merged).map(([key, value]) => [key, visit(document, value, at + pointer(key))]),
  );
}

function merge(document: Document, schema: Record<string, unknown>, at: string): Record<string, unknown> {
  const { allOf, ...outer } = schema;
  if (!Array.isArray(allOf) || !isPlain(outer)) return schema;
  if (allOf.some((member) => isReference(member) && Object.keys(member).length > 1)) return schema;
  const members = allOf.map((member) => merge(document, resolve<Schema>(document, member) as never, at));
  if (!members.every(isPlain)) return schema;
  const parts = [...members, outer] as Schema[];
  const required = [...new Set(parts.flatMap((part) => part.required ?? []))];
  return {
    ...outer,
    ...(parts.some((part) => part.type) && { type: "object" }),
    ...(required.length > 0 && { required }),
    properties: parts.reduce<Properties>((before, part) => join(before, part.properties ?? {}, at), {}),
  };
}

type Properties = NonNullable<Schema["properties"]>;

function join(before: Properties, after: Properties, at: string): Properties {
  for (const [name, schema] of Object.entries(after)) {
    const constant = !isReference(schema) && schema.const !== undefined;
    if (Object.hasOwn(before, name) && !constant)
      throw new DocumentError(
        at,
        `allOf defines the property ${name} twice; give it once, or narrow it to a const`,
      );
  }
  return { ...before, ...after };
}

/** What can be merged without a change of meaning: an object, its properties, and words about it. */
const PLAIN = new Set(["type", "description", "required", "properties"]);

const isPlain = (schema: object): boolean =>
  Object.entries(schema).every(([key, value]) => PLAIN.has(key) && (key !== "type" || value === "object"));
