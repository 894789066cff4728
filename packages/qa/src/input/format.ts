import type { ExchangeRecord } from "../exchange-record.js";
import { EntryCutter } from "../har/cut-entries.js";
import { readEntry } from "../har/read-entry.js";
import { LineCutter } from "../ndjson/cut-lines.js";
import { readLine } from "../ndjson/read-line.js";
import type { Cutter } from "./piece.js";

export const formats = ["har", "ndjson"] as const;
export type Format = (typeof formats)[number];

/** How a format is cut and read. */
interface FormatReader {
  readonly cutter: () => Cutter;
  readonly read: (bytes: Uint8Array) => ExchangeRecord;
  /** What one piece is called in messages. */
  readonly piece: string;
}

export const readers: Readonly<Record<Format, FormatReader>> = {
  har: { cutter: () => new EntryCutter(), read: readEntry, piece: "entry" },
  ndjson: { cutter: () => new LineCutter(), read: readLine, piece: "line" },
};

/** Tells the format by the first bytes: a HAR file is an object that begins with `log`. */
export function detectFormat(start: Uint8Array): Format {
  const text = Buffer.from(start.subarray(0, 4_096))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "");
  return /^\s*\{\s*"log"\s*:/.test(text) ? "har" : "ndjson";
}
