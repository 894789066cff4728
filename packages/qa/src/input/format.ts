import type { ExchangeRecord } from "./exchange-record.js";
import { EntrySplitter } from "./har/entry-splitter.js";
import { readEntry } from "./har/read-entry.js";
import { LineSplitter } from "./ndjson/line-splitter.js";
import { MessageSplitter } from "./ndjson/message-splitter.js";
import { readLine } from "./ndjson/read-line.js";
import type { RecordSplitter } from "./raw-record.js";

export const formats = ["har", "ndjson", "kafka"] as const;
export type Format = (typeof formats)[number];

/** How to split and read a format. */
interface FormatReader {
  /** @param isQuick faster, but only right if every record is JSON */
  readonly splitter: (isQuick: boolean) => RecordSplitter;
  readonly read: (bytes: Uint8Array) => ExchangeRecord;
  /** What messages call a record. */
  readonly recordName: string;
}

export const readers: Readonly<Record<Format, FormatReader>> = {
  har: { splitter: (isQuick) => new EntrySplitter(isQuick), read: readEntry, recordName: "entry" },
  ndjson: { splitter: () => new LineSplitter(), read: readLine, recordName: "line" },
  kafka: { splitter: () => new MessageSplitter(), read: readLine, recordName: "message" },
};

/** Number of bytes by which the format is detected at the latest. */
const DETECTION_BYTES = 4_096;

/**
 * Detects the format from the first bytes: a HAR file is an object with a member `log`, not necessarily the first; an
 * NDJSON line has `request` and `response`. Returns null if more bytes are needed.
 */
export function detectFormat(start: Uint8Array): Format | null {
  const text = textOf(start);
  if (text === "") return null;
  if (!text.startsWith("{")) return "ndjson";
  const [log, exchange] = [text.search(/"log"\s*:\s*\{/), text.search(/"(?:request|response)"\s*:/)];
  if (log !== -1 && (exchange === -1 || log < exchange)) return "har";
  if (exchange !== -1 || isLine(text)) return "ndjson";
  return start.length < DETECTION_BYTES ? null : "ndjson";
}

/** Name of the function that a JSONP file calls with its HAR; null for any other file. */
export function jsonpCallback(start: Uint8Array): string | null {
  return /^(?:\/\*\*\/\s?)?([\w$.]{1,100})\s{0,10}\(\s{0,100}\{/.exec(textOf(start))?.[1] ?? null;
}

function textOf(start: Uint8Array): string {
  return Buffer.from(start.subarray(0, DETECTION_BYTES))
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trimStart();
}

/** Whether the first line is a complete JSON value. */
function isLine(text: string): boolean {
  const end = text.indexOf("\n");
  if (end === -1) return false;
  try {
    JSON.parse(text.slice(0, end));
    return true;
  } catch {
    return false;
  }
}
