import type { TransformNodeOptions } from "openapi-typescript";
import type { TypeNode } from "typescript";
import { typescript } from "../typescript.js";
import type { Document, Schema } from "./document/document.js";
import { exclusiveSchemas, isBinary } from "./document/schema-shape.js";
import { withHoverTexts } from "./types/hover-text.js";
import { openapiTypeScript } from "./types/type-printer.js";

const { astToString, NEVER, STRING, transformSchemaObject, tsLiteral, tsUnion } = openapiTypeScript;
const { factory } = typescript;

/**
 * TypeScript types of every path, operation and component, and an alias for each named schema. Binary data is `Blob`;
 * a value set that may grow is its known values or any string; properties that exclude each other are a union.
 */
export async function emitTypes(document: Document): Promise<string> {
  const nodes = await openapiTypeScript.default(withHoverTexts(document) as never, {
    alphabetize: false,
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesKeepCasing: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
    transform: (schema, options) => typeOf(schema as Schema, options),
  });
  return `${HEADER}\n${withoutContinuationIndent(astToString(nodes))}`;
}

const HEADER =
  "/** Types of the Ittybit media API. Written by `npm run generate` from spec/; do not edit. */\n";

/** openapi-typescript indents every line of a comment but the first by four more spaces. */
const withoutContinuationIndent = (text: string): string => text.replaceAll(/^( *\*) {5}/gm, "$1 ");

/** Our type for a schema, or undefined to keep that of openapi-typescript. */
function typeOf(schema: Schema, options: TransformNodeOptions): TypeNode | undefined {
  if (isBinary(schema)) return BLOB;
  if (isNever(schema)) return NEVER;
  if (schema.type === "string" && schema["x-extensible-enum"]) return openEnum(schema["x-extensible-enum"]);
  const exclusive = exclusiveSchemas(schema);
  return exclusive ? exclusiveUnion(exclusive, options) : undefined;
}

const BLOB = factory.createTypeReferenceNode("Blob");

/** `not: {}`, which no value matches. */
const isNever = ({ not }: Schema): boolean => not !== undefined && Object.keys(not).length === 0;

/** `{ a: A; b?: never } | { b: B; a?: never }`: either property, never both. */
function exclusiveUnion([first, second]: [Schema, Schema], options: TransformNodeOptions): TypeNode {
  const variant = (schema: Schema, other: Schema): TypeNode => {
    const excluded = Object.keys(other.properties ?? {}).filter(
      (name) => !(name in (schema.properties ?? {})),
    );
    const chosen = (schema.required ?? []).map((name) => `\`${name}\``).join(", ");
    const never = Object.fromEntries(
      excluded.map((name) => [name, { not: {}, title: `Excluded by ${chosen}.` }]),
    );
    const properties = { ...schema.properties, ...never };
    return transformSchemaObject({ ...schema, properties } as never, options);
  };
  return tsUnion([variant(first, second), variant(second, first)]);
}

/** `"a" | "b" | (string & {})`: any string, and an editor still offers the known values. */
function openEnum(values: readonly string[]): TypeNode {
  const anyString = factory.createIntersectionTypeNode([STRING, factory.createTypeLiteralNode([])]);
  return tsUnion([...values.map(tsLiteral), anyString]);
}
