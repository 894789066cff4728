import type { HeaderPair } from "@ittybit/contract";
import { type JsonObject, optionalString, requireObject } from "../json-value.js";
import type { RecordedBody } from "./recorded-body.js";

/** Boundary of the reconstructed form. */
const BOUNDARY = "----form-of-a-recording";

/**
 * Reconstructs a form from its listed fields (HAR 1.2, `params`). Files are empty: only their presence, names and media
 * types are checked.
 */
export function formFromParams(
  { params, mimeType }: JsonObject,
  headers: readonly HeaderPair[],
): RecordedBody {
  const fields = (Array.isArray(params) ? params : []).map(readField);
  const type = String(mimeType ?? "").toLowerCase();
  if (fields.length === 0) return { headers, body: undefined };
  if (type.startsWith("application/x-www-form-urlencoded")) {
    const pairs = fields.map(({ name, value }): [string, string] => [name, value]);
    return { headers, body: Buffer.from(new URLSearchParams(pairs).toString()) };
  }
  const isWhole = fields.every(({ fileName, contentType }) => fileName === null || contentType !== null);
  if (!type.startsWith("multipart/form-data") || !isWhole) return { headers, body: undefined };
  return {
    headers: withBoundary(headers),
    body: Buffer.from(`${fields.map(partOf).join("")}--${BOUNDARY}--\r\n`),
  };
}

interface Field {
  readonly name: string;
  readonly value: string;
  readonly fileName: string | null;
  readonly contentType: string | null;
}

/** @throws RecordError for a field that is not an object */
function readField(param: unknown): Field {
  const { name, value, fileName, contentType } = requireObject(param, "request.postData.params");
  return {
    name: String(name ?? ""),
    value: String(value ?? ""),
    fileName: optionalString(fileName),
    contentType: optionalString(contentType) || null,
  };
}

function partOf({ name, value, fileName, contentType }: Field): string {
  const file = fileName === null ? "" : `; filename="${quoted(fileName)}"`;
  const type = contentType === null ? "" : `\r\nContent-Type: ${contentType.replaceAll(/[\r\n]/g, " ")}`;
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${quoted(name)}"${file}${type}`;
  return `${head}\r\n\r\n${fileName === null ? value : ""}\r\n`;
}

const quoted = (name: string) => name.replaceAll(/[\r\n"]/g, encodeURIComponent);

function withBoundary(headers: readonly HeaderPair[]): HeaderPair[] {
  const others = headers.filter(([name]) => name.toLowerCase() !== "content-type");
  return [...others, ["content-type", `multipart/form-data; boundary=${BOUNDARY}`]];
}
