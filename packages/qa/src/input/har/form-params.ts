import type { HeaderPair } from "@ittybit/contract";
import { type JsonObject, optionalString, requireObject } from "../json-value.js";
import type { RecordedBody } from "./read-content.js";

/** Stands between the parts of a form that is written again. */
const boundary = "----form-of-a-recording";

/**
 * Writes a form again of which the fields are listed, and not the bytes (HAR 1.2, `params`). Its files are empty: that
 * they were there, with which name and media type, is all that is checked of them.
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
    body: Buffer.from(`${fields.map(partOf).join("")}--${boundary}--\r\n`),
  };
}

interface Field {
  readonly name: string;
  readonly value: string;
  readonly fileName: string | null;
  readonly contentType: string | null;
}

/** @throws RecordError for what is no object */
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
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${file}${type}`;
  return `${head}\r\n\r\n${fileName === null ? value : ""}\r\n`;
}

const quoted = (name: string) => name.replaceAll(/[\r\n"]/g, encodeURIComponent);

function withBoundary(headers: readonly HeaderPair[]): HeaderPair[] {
  const others = headers.filter(([name]) => name.toLowerCase() !== "content-type");
  return [...others, ["content-type", `multipart/form-data; boundary=${boundary}`]];
}
