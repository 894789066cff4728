import type { ExchangeRecord } from "./exchange-record.js";
import { EntrySplitter } from "./har/entry-splitter.js";
import { readEntry } from "./har/read-entry.js";
import { LineSplitter } from "./ndjson/line-splitter.js";
import { readLine } from "./ndjson/read-line.js";
import type { RecordSplitter } from "./raw-record.js";

export const formats = ["har", "ndjson"] as const;
export type Format = (typeof formats)[number];

/** How a format is batch and read. */
interface FormatReader {
  readonly splitter: () => RecordSplitter;
  readonly read: (bytes: Uint8Array) => ExchangeRecord;
  /** What one record is called in messages. */
  readonly recordName: string;
}

export const readers: Readonly<Record<Format, FormatReader>> = {
  har: { splitter: () => new EntrySplitter(), read: readEntry, recordName: "entry" },
  ndjson: { splitter: () => new LineSplitter(), read: readLine, recordName: "line" },
};

/** Bytes after which the format must be known. */
const DETECTION_BYTES = 4_096;

/**
 * Tells the format by the first bytes: a HAR file is an object with a member `log`, which need not be the first; a
 * line of NDJSON has `request` and `response`. null: more bytes are needed.
 */
export function detectFormat(start: Uint8Array): Format | null {
  const text = Buffer.from(start.subarray(0, DETECTION_BYTES))
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trimStart();
  if (text === "") return null;
  if (!text.startsWith("{")) return "ndjson";
  const [log, exchange] = [text.search(/"log"\s*:\s*\{/), text.search(/"(?:request|response)"\s*:/)];
  if (log !== -1 && (exchange === -1 || log < exchange)) return "har";
  if (exchange !== -1 || isLine(text)) return "ndjson";
  return start.length < DETECTION_BYTES ? null : "ndjson";
}

/** Whether the first line is an object by itself. */
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
