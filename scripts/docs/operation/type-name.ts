import {
  type Document,
  isReference,
  type Reference,
  resolve,
  type Schema,
} from "../../generate/document/document.js";

type SchemaNode = (Schema & { items?: SchemaNode; additionalProperties?: unknown }) | Reference;

/** Names of formats for readers. */
const formats: Record<string, string> = {
  "date-time": "date and time",
  date: "date",
  uri: "URL",
  binary: "file",
};

/** The type of a schema in words. An object with its own page is a link to it, relative to one folder below the root. */
export function typeOf(document: Document, node: SchemaNode): string {
  const schema = resolve<Exclude<SchemaNode, Reference>>(document, node as never);
  if (schema.items !== undefined) return `array of ${typeOf(document, schema.items)}`;
  const types = [schema.type ?? []].flat();
  const named = isReference(node) ? schemaLink(node.$ref) : undefined;
  return (
    types.map((type) => (type === "null" ? "null" : (named ?? plain(type, schema)))).join(" or ") ||
    (named ?? "any")
  );
}

function plain(type: string, { format, properties, additionalProperties }: Exclude<SchemaNode, Reference>) {
  if (type === "string") return formats[format as string] ?? "string";
  if (type === "object" && properties === undefined && additionalProperties) return "map";
  return type;
}

/** A Markdown link to the page of the schema that a `$ref` names. */
export function schemaLink(ref: string): string {
  const name = ref.slice(ref.lastIndexOf("/") + 1);
  return `[${name}](../schemas/${name}.md)`;
}
