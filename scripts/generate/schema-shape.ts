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

/** The ways to fill a schema: the branches of its `oneOf` or `anyOf`, or itself alone. */
export const alternatives = (document: Document, schema: Schema): Schema[] =>
  (schema.oneOf ?? schema.anyOf)?.map((branch) => flatten(document, branch)) ?? [schema];
