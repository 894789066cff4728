import type { Encoding, MediaTypeObject } from "../document/contract-model.js";
import { itemOutline, type Outline, outlineOf, propertyOutline, type Schemas } from "../schema/outline.js";
import type { SchemaNode } from "../schema/schema-node.js";

/** What the schema and the encoding of a form say about its parts. */
interface FormFields {
  /** Fields that are sent as parts named `field[key]` (OpenAPI 3.1.1, 4.15.1.2). */
  readonly deep: ReadonlySet<string>;
  /** Whether parts of this name belong to such a field. */
  readonly isDeep: (name: string) => boolean;
  /**
   * Whether parts of this name hold text or JSON that the schema declares. They are checked by that schema even if they come
   * with a file name. Files, and parts that nothing declares, are not among them.
   */
  readonly isDeclared: (name: string) => boolean;
}

const known = new WeakMap<MediaTypeObject, FormFields>();

/** Returns the fields of a form. Computed once. */
export function formFields(schemas: Schemas, media: MediaTypeObject): FormFields {
  const fields = known.get(media) ?? findFields(schemas, media);
  known.set(media, fields);
  return fields;
}

function findFields(schemas: Schemas, { schema, encoding }: MediaTypeObject): FormFields {
  const deep = new Set(Object.keys(encoding).filter((name) => encoding[name]?.style === "deepObject"));
  const isDeep = (name: string) => {
    const bracket = name.indexOf("[");
    return bracket >= 0 && deep.has(name.slice(0, bracket));
  };
  if (schema === null) return { deep, isDeep, isDeclared: () => false };
  const outline = outlineOf(schemas, schema);
  const isText = (name: string) => {
    const property = propertyOutline(schemas, outline, name);
    const content = property.types.has("array") ? itemOutline(schemas, property) : property;
    return isDeep(name) || isTextField(content, encoding[name]);
  };
  // names that nothing describes come from messages, and are not remembered
  const described = new Map(outline.propertyNames.map((name) => [name, isText(name)]));
  return { deep, isDeep, isDeclared: (name) => described.get(name) ?? isText(name) };
}

/** A schema without a type stands for bytes, unless the encoding names text (OpenAPI 3.1, 4.8.15.1). */
function isTextField({ nodes, types }: Outline, encoding: Encoding | undefined): boolean {
  const contentTypes = encoding?.contentTypes ?? null;
  if (nodes.length === 0 || isBinary(nodes)) return false;
  return contentTypes === null ? types.size > 0 : contentTypes.some((type) => TEXT.test(type));
}

const TEXT = /json\b|^text\/|^\*\/\*/;

/** Binary content: `format: binary`, or a media type without an encoding (OpenAPI 3.1, 4.8.14.3). */
export function isBinary(nodes: readonly SchemaNode[]): boolean {
  return nodes.some(
    ({ format, contentMediaType, contentEncoding }) =>
      format === "binary" ||
      (contentMediaType !== undefined &&
        contentEncoding === undefined &&
        !/json|^text\//.test(contentMediaType)),
  );
}
