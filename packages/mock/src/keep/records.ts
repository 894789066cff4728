import { crc32 } from "node:zlib";
import type { LibrarySnapshot } from "../library/library.js";
import type { StoredMedia } from "../library/stored-media.js";

/** One line of a journal. A later record replaces an earlier one of the same Media, snapshot or clock. */
export type KeptRecord =
  | { readonly type: "format"; readonly version: number }
  | { readonly type: "media"; readonly stored: StoredMedia }
  | { readonly type: "snapshot"; readonly name: string; readonly snapshot: LibrarySnapshot }
  /** Milliseconds that the clock was advanced by. */
  | { readonly type: "clock"; readonly offset: number };

/** The first record of each journal. */
export const FORMAT: KeptRecord = { type: "format", version: 1 };

/** A line that is not what was written. */
interface DamagedLine {
  /** Counted from 1. */
  readonly line: number;
  /** With its end, if it has one. */
  readonly bytes: Uint8Array;
}

/** The records of a journal, and the lines that are damaged. */
interface DecodedJournal {
  readonly records: readonly KeptRecord[];
  readonly damaged: readonly DamagedLine[];
}

/** A record as one line: the checksum of its JSON, and the JSON. */
export function encodeRecord(record: KeptRecord): string {
  const json = JSON.stringify(record);
  return `${checksum(json)} ${json}\n`;
}

/** Decodes every line whose checksum is right. A line without its end was not written whole. */
export function decodeJournal(bytes: Buffer): DecodedJournal {
  const records: KeptRecord[] = [];
  const damaged: DamagedLine[] = [];
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    const json = bytes.toString("utf8", start + CHECKSUM_LENGTH + 1, end);
    const isWhole = newline >= 0 && bytes.toString("utf8", start, end) === `${checksum(json)} ${json}`;
    if (isWhole) records.push(JSON.parse(json) as KeptRecord);
    else damaged.push({ line, bytes: bytes.subarray(start, end + 1) });
    start = end + 1;
  }
  return { records, damaged };
}

const NEWLINE = 0x0a;
const CHECKSUM_LENGTH = 8;

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(CHECKSUM_LENGTH, "0");
}
