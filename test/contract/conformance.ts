import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { escapePointerToken } from "@ittybit/contract/json-pointer";
import type { OperationId } from "@ittybit/openapi";
import { operations } from "@ittybit/openapi";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

const file = fileURLToPath(new URL("../../generated/openapi.json", import.meta.url));
const document = JSON.parse(readFileSync(file, "utf8"));
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(document, "contract");

/**
 * The violations of a response against its operation, one sentence each; none where it conforms.
 *
 * @param status as documented: three digits or `default`
 */
export async function violations(id: OperationId, status: string, response: Response): Promise<string[]> {
  const mediaType = response.headers.get("content-type")?.replace(/;.*/, "").trim() ?? "";
  const { mediaTypes } = operations[id].responses[status as "default"];
  if (!(mediaTypes as readonly string[]).includes(mediaType)) return [`The media type is ${mediaType}.`];
  const validate = ajv.compile({ $ref: `contract#${schemaPointer(id, status, mediaType)}` });
  const body: unknown = await response.clone().json();
  if (!validate(body)) return (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
  const stated = (body as { meta: { status: number } }).meta.status;
  return stated === response.status
    ? []
    : [`meta.status is ${stated}, the response's is ${response.status}.`];
}

function schemaPointer(id: OperationId, status: string, mediaType: string): string {
  const { path, method } = operations[id];
  const response = document.paths[path][method.toLowerCase()].responses[status];
  const pointer =
    response.$ref?.slice(1) ??
    `/paths/${escapePointerToken(path)}/${method.toLowerCase()}/responses/${status}`;
  return encodeURI(`${pointer}/content/${escapePointerToken(mediaType)}/schema`);
}
