import { isAscii } from "node:buffer";
import { RecordError } from "./exchange-record.js";

/** A JSON object with unknown members. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws RecordError when the value is not an object */
export function requireObject(value: unknown, what: string): JsonObject {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw new RecordError(`${what} is not an object`);
}

/** Parses a record. @throws RecordError for bytes that are not a JSON object */
export function parseObject(bytes: Uint8Array): JsonObject {
  const value = parseJson(bytes);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw new RecordError("is not a JSON object");
}

/** @throws RecordError when the value is not a string */
export function requireString(value: unknown, what: string): string {
  if (typeof value === "string") return value;
  throw new RecordError(`${what} is not a string`);
}

export function optionalString(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** @throws RecordError when the value is not a status a response can have */
export function requireStatus(value: unknown, what: string): number {
  const status = typeof value === "string" ? Number(value) : value;
  const isStatus = typeof status === "number" && Number.isInteger(status) && status >= 0 && status <= 999;
  if (isStatus) return status;
  throw new RecordError(`${what} is not an HTTP status`);
}

/** Decodes UTF-8. ASCII, which most recordings are, is copied. */
function utf8Text({ buffer, byteOffset, byteLength }: Uint8Array): string {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  return bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
}

/** @throws RecordError for bytes that are not JSON; the message quotes none of them */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8Text(bytes));
  } catch (error) {
    const position = /at position (\d+)/.exec((error as Error).message)?.[1];
    throw new RecordError(position === undefined ? "is not JSON" : `is not JSON (character ${position})`);
  }
}
