import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";

/** An OpenAPI document as parsed JSON. */
export type OpenApiDocument = Readonly<Record<string, unknown>>;

/** One operation, in the shape that Prism works on. */
export type Operation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** Reads the bundled Ittybit contract. */
export async function readBundle(): Promise<OpenApiDocument> {
  const file = createRequire(import.meta.url).resolve("@ittybit/openapi/openapi.json");
  return JSON.parse(await readFile(file, "utf8")) as OpenApiDocument;
}

/** Prism's view of a document. The document itself is left as it was. */
export function readOperations(document: OpenApiDocument): Promise<Operation[]> {
  const copy = structuredClone(document) as Tree;
  for (const item of Object.values(copy.paths ?? {})) {
    for (const operation of Object.values(item)) nameEncodingStyles(operation);
  }
  return getHttpOperationsFromSpec(copy);
}

interface Tree {
  paths?: Record<string, Record<string, OperationTree>>;
}

interface OperationTree {
  requestBody?: { content?: Record<string, { encoding?: Record<string, { style?: string }> }> };
}

/** Prism's reader drops an encoding that names no style, and with it the media types that a part may have. */
function nameEncodingStyles({ requestBody }: OperationTree): void {
  for (const { encoding = {} } of Object.values(requestBody?.content ?? {})) {
    for (const part of Object.values(encoding)) part.style ??= "form";
  }
}
