import type { ExchangeRecord } from "./exchange-record.js";
import { EntrySplitter } from "./har/entry-splitter.js";
import { readEntry } from "./har/read-entry.js";
import { LineSplitter } from "./ndjson/line-splitter.js";
import { MessageSplitter } from "./ndjson/message-splitter.js";
import { readLine } from "./ndjson/read-line.js";
import { readExecution } from "./newman/read-execution.js";
import type { RecordSplitter } from "./raw-record.js";

export const formats = ["har", "ndjson", "kafka", "newman"] as const;
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
  har: { splitter: (isQuick) => new EntrySplitter({ isQuick }), read: readEntry, recordName: "entry" },
  newman: {
    splitter: () => new EntrySplitter({ list: ["run", "executions"] }),
    read: readExecution,
    recordName: "execution",
  },
  ndjson: { splitter: () => new LineSplitter(), read: readLine, recordName: "line" },
  kafka: { splitter: () => new MessageSplitter(), read: readLine, recordName: "message" },
};

/** Number of bytes by which the format is detected at the latest. */
const DETECTION_BYTES = 4_096;

/**
 * Detects the format from the first bytes: a HAR file is an object with a member `log`, not necessarily the first; an
 * NDJSON line has `request` and `response`; a report of Newman starts with its collection. Returns null if more bytes are needed.
 */
export function detectFormat(start: Uint8Array): Format | null {
  const text = startOfText(start);
  if (text === "") return null;
  if (!text.startsWith("{")) return "ndjson";
  if (/^\{\s*"collection"\s*:\s*\{/.test(text)) return "newman";
  const [log, exchange] = [text.search(/"log"\s*:\s*\{/), text.search(/"(?:request|response)"\s*:/)];
  if (log !== -1 && (exchange === -1 || log < exchange)) return "har";
  if (exchange !== -1 || isLine(text)) return "ndjson";
  return start.length < DETECTION_BYTES ? null : "ndjson";
}

/** The text by which the format is detected. */
export function startOfText(start: Uint8Array): string {
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
