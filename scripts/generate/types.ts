import openapiTS, { astToString, STRING, tsLiteral, tsUnion } from "openapi-typescript";
import ts from "typescript";
import type { Document, Schema } from "./document.js";
import { isBinary } from "./schema-shape.js";

/**
 * TypeScript types of every path, operation and component, and an alias for each named schema. Bytes are `Blob`;
 * a value set that may grow is its known values or any string.
 */
export async function emitTypes(document: Document): Promise<string> {
  const nodes = await openapiTS(structuredClone(document) as never, {
    alphabetize: false,
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesKeepCasing: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
    transform: (schema) => typeOf(schema as Schema),
  });
  return `${HEADER}\n${astToString(nodes)}`;
}

const HEADER =
  "/** Types of the Ittybit media API. Written by `npm run generate` from spec/; do not edit. */\n";

/** Our type for a schema, or nothing where the generator's own is right. */
function typeOf(schema: Schema): ts.TypeNode | undefined {
  if (isBinary(schema)) return BLOB;
  if (schema.type === "string" && schema["x-extensible-enum"]) return openEnum(schema["x-extensible-enum"]);
  return undefined;
}

const BLOB = ts.factory.createTypeReferenceNode("Blob");

/** `"a" | "b" | (string & {})`: any string, and an editor still offers the known values. */
function openEnum(values: readonly string[]): ts.TypeNode {
  const anyString = ts.factory.createIntersectionTypeNode([STRING, ts.factory.createTypeLiteralNode([])]);
  return tsUnion([...values.map(tsLiteral), anyString]);
}
