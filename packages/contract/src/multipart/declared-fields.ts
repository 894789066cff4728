import type { Encoding, MediaTypeObject } from "../document/contract-model.js";
import { itemNodes, outlineOf, propertyOutline, type Schemas, typesOf } from "../schema/outline.js";
import type { SchemaNode } from "../schema/schema-node.js";

/**
 * Finds the parts that hold text or JSON which a schema declares. They are judged by that schema even if they come with a
 * file name. Files, and parts that nothing declares, are not among them.
 */
export function declaredFields(schemas: Schemas, media: MediaTypeObject): (name: string) => boolean {
  const { schema, encoding } = media;
  if (schema === null) return () => false;
  const outline = outlineOf(schemas, schema);
  const deep = deepFields(media);
  return (name) => {
    const [field = ""] = name.split("[");
    if (deep.has(field) && name !== field) return true;
    const { nodes, types } = propertyOutline(schemas, outline, name);
    return isField(types.has("array") ? itemNodes(schemas, nodes, 0) : nodes, encoding[name]);
  };
}

/** Fields that are sent as parts named `field[key]` (OpenAPI 3.1.1, 4.15.1.2). */
export function deepFields({ encoding }: MediaTypeObject): Set<string> {
  return new Set(Object.keys(encoding).filter((name) => encoding[name]?.style === "deepObject"));
}

/** A schema without a type stands for bytes, unless the encoding names text (OpenAPI 3.1, 4.8.15.1). */
function isField(nodes: readonly SchemaNode[], encoding: Encoding | undefined): boolean {
  const contentTypes = encoding?.contentTypes ?? null;
  if (nodes.length === 0 || isBinary(nodes)) return false;
  return contentTypes === null ? typesOf(nodes).size > 0 : contentTypes.some((type) => TEXT.test(type));
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
