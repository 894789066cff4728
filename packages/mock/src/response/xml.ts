import { asNode, type Node } from "../document/node.js";
import type { OpenApiDocument } from "../document/open-document.js";
import { flattenSchema } from "../sample/flatten-schema.js";

/** Whether a media type is XML (RFC 7303). */
export function isXml(mediaType: string): boolean {
  return /[/+]xml(?:;|$)/i.test(mediaType.replace(/\s/g, ""));
}

/**
 * Writes a value as XML by the `xml` objects of its schema (OpenAPI 3.1, 4.8.26). The root is named by its schema, else by
 * the component that the schema refers to, else `xml`.
 */
export function toXml(document: OpenApiDocument, value: unknown, schema: unknown): string {
  const { references } = flattenSchema(document, schema, 0);
  const name = references[0]?.split("/").at(-1) ?? "xml";
  return `<?xml version="1.0" encoding="UTF-8"?>${element({ document, name, value, schema })}`;
}

interface Subject {
  readonly document: OpenApiDocument;
  readonly name: string;
  readonly value: unknown;
  readonly schema: unknown;
}

function element({ document, name, value, schema }: Subject): string {
  const flat = flattenSchema(document, schema, 0).schema;
  const xml = asNode(flat.xml);
  const tag = qualifiedName(xml, name);
  if (Array.isArray(value)) return list({ document, name, value, schema }, flat, tag);
  const namespace = typeof xml.namespace === "string" ? ` ${namespaceAttribute(xml)}` : "";
  if (typeof value !== "object" || value === null) return `<${tag}${namespace}>${escapeText(value)}</${tag}>`;
  const members = Object.entries(value).map(([key, member]) => ({
    document,
    name: key,
    value: member,
    schema: asNode(flat.properties)[key] ?? flat.additionalProperties,
  }));
  const isAttribute = (member: Subject) => xmlOf(member).attribute === true;
  const attributes = members
    .filter(isAttribute)
    .map((member) => ` ${qualifiedName(xmlOf(member), member.name)}="${escapeText(member.value)}"`);
  const children = members.filter((member) => !isAttribute(member)).map(element);
  return `<${tag}${namespace}${attributes.join("")}>${children.join("")}</${tag}>`;
}

/** Items are repeated elements, inside an element of the array's name if it is `wrapped`. The root is always an element. */
function list({ document, name, value }: Subject & { value: unknown[] }, flat: Node, tag: string): string {
  const { wrapped } = asNode(flat.xml);
  const itemName = xmlOf({ document, name, value, schema: flat.items }).name;
  const items = value.map((item) =>
    element({
      document,
      name: typeof itemName === "string" ? itemName : tag,
      value: item,
      schema: flat.items,
    }),
  );
  return wrapped === true ? `<${tag}>${items.join("")}</${tag}>` : items.join("");
}

function xmlOf({ document, schema }: Subject): Node {
  return asNode(flattenSchema(document, schema, 0).schema.xml);
}

function qualifiedName({ name, prefix }: Node, fallback: string): string {
  const local = (typeof name === "string" ? name : fallback)
    .replace(/^(?![\p{L}_])/u, "_")
    .replace(/[^\p{L}\p{N}_.-]/gu, "_");
  return typeof prefix === "string" ? `${prefix}:${local}` : local;
}

function namespaceAttribute({ prefix, namespace }: Node): string {
  return `xmlns${typeof prefix === "string" ? `:${prefix}` : ""}="${escapeText(namespace)}"`;
}

/** Text of an element or attribute; empty for null. Characters that XML 1.0 forbids are left out. */
function escapeText(value: unknown): string {
  const text = value === null || value === undefined ? "" : String(value);
  const allowed = text.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
  return allowed.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
