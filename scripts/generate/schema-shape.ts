import { type Document, type Reference, resolve, type Schema } from "./document.js";

/** A schema with what its `allOf` adds, one level flat; `oneOf` and `anyOf` are left alone. */
export function flatten(document: Document, schema: Schema | Reference | undefined): Schema {
  if (schema === undefined) return {};
  const { allOf = [], ...own } = resolve(document, schema);
  const parts = [...allOf.map((part) => flatten(document, part)), own];
  if (parts.length === 1) return own;
  return {
    ...Object.assign({}, ...parts),
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
    required: parts.flatMap(({ required }) => required ?? []),
  };
}

/** The schema of a property, or nothing. */
export function property(document: Document, schema: Schema, name: string): Schema | undefined {
  const found = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties?.[name] : undefined;
  return found && flatten(document, found);
}

/**
 * The ways to fill a body: one schema for each branch of `oneOf` or `anyOf`, with what stands beside the branches;
 * or the schema itself alone.
 */
export function bodySchemas(document: Document, schema: Schema | Reference | undefined): Schema[] {
  const { oneOf, anyOf, ...whole } = flatten(document, schema);
  const branches = oneOf ?? anyOf ?? [{}];
  return branches.map((branch) => flatten(document, { allOf: [whole, branch] }));
}

/** The names of the properties of several schemas, each once, in order of appearance. */
export const propertyNames = (schemas: readonly Schema[]): string[] => [
  ...new Set(schemas.flatMap(({ properties }) => Object.keys(properties ?? {}))),
];

/** Bytes that are sent as they are: OpenAPI 3.1, "Considerations for File Uploads", and `binary` of 3.0. */
export const isBinary = (schema: Schema): boolean =>
  schema.format === "binary" ||
  (schema.contentEncoding === undefined && BINARY_MEDIA_TYPE.test(schema.contentMediaType ?? ""));

const BINARY_MEDIA_TYPE = /^(application\/octet-stream|(audio|image|video)\/.+)$/;
