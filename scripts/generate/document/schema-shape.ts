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
 * The ways to fill a body: one schema for each branch of `oneOf` or `anyOf`, with what stands beside the branches; one
 * for each set of properties that excludes the other; or the schema itself alone.
 */
export function bodySchemas(document: Document, schema: Schema | Reference | undefined): Schema[] {
  const { oneOf, anyOf, ...whole } = flatten(document, schema);
  const exclusive = exclusiveSchemas(whole);
  if (exclusive) return exclusive;
  const branches = oneOf ?? anyOf ?? [{}];
  return branches.map((branch) => flatten(document, { allOf: [whole, branch] }));
}

/**
 * The two schemas that one object schema stands for when it says "either A or B, never both" of its properties:
 * `if: {not: {required: A}}, then: {required: B}, not: {required: [...A, ...B]}`. Null for any other schema.
 */
export function exclusiveSchemas(schema: Schema): [Schema, Schema] | null {
  const { if: condition, then: consequence, not, ...rest } = schema;
  const [first, second] = [condition?.not?.required, consequence?.required];
  if (!first || !second || not?.required === undefined) return null;
  if ([...first, ...second].sort().join() !== [...not.required].sort().join()) return null;
  const without = (names: readonly string[], required: readonly string[]): Schema => ({
    ...rest,
    required: [...(rest.required ?? []), ...required],
    properties: Object.fromEntries(
      Object.entries(rest.properties ?? {}).filter(([name]) => !names.includes(name)),
    ),
  });
  return [without(second, first), without(first, second)];
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
