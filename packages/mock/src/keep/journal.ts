import {
  appendFileSync,
  closeSync,
  fdatasync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { basename, dirname } from "node:path";
import { promisify } from "node:util";
import { GroupSync } from "./group-sync.js";
import { decodeJournal, encodeRecord, FORMAT, type KeptRecord } from "./records.js";
import { syncFolder } from "./sync-folder.js";

const dataSync = promisify(fdatasync);

/**
 * A file of records that only grows. A record is in the file when `append` returns, so that it survives the end of this
 * process, and on the disk when `flush` resolves.
 */
export class Journal {
  readonly #path: string;
  readonly #group = new GroupSync(() => dataSync(this.#descriptor));
  #descriptor: number;
  #size: number;

  /** @param records everything that the file holds from now on */
  constructor(path: string, records: readonly KeptRecord[]) {
    this.#path = path;
    [this.#descriptor, this.#size] = writeWhole(path, records);
  }

  /** @throws if the record could not be written; then it is not in the file */
  append(record: KeptRecord): void {
    const line = Buffer.from(encodeRecord(record));
    try {
      writeAll(this.#descriptor, line, this.#size);
    } catch (error) {
      // half a line would damage the next record
      ftruncateSync(this.#descriptor, this.#size);
      throw error;
    }
    this.#size += line.length;
    this.#group.written();
  }

  /** Replaces the file at once: whatever happens, it holds the previous records or these. */
  replace(records: readonly KeptRecord[]): void {
    const previous = this.#descriptor;
    const pending = this.flush();
    [this.#descriptor, this.#size] = writeWhole(this.#path, records);
    const close = () => closeSync(previous);
    pending.then(close, close);
  }

  flush(): Promise<void> {
    return this.#group.flush();
  }

  /** Call after the last `flush`. */
  close(): void {
    closeSync(this.#descriptor);
  }
}

/**
 * Reads the records of a journal; null if there is no such file. Damaged lines are moved to a file beside it.
 *
 * @param onNotice called with one line if there are any
 * @throws Error if the file is of another format
 */
export function readJournal(path: string, onNotice: (message: string) => void): KeptRecord[] | null {
  const bytes = readBytes(path);
  if (bytes === null) return null;
  const { records, damaged } = decodeJournal(bytes);
  const format = records.find((record) => record.type === "format");
  if (format !== undefined && format.version !== 1)
    throw new Error(`${path} was written by another version of the mock: give --keep another folder.`);
  const [first] = damaged;
  if (first !== undefined) {
    const aside = `${path}.damaged`;
    for (const { bytes } of damaged) appendFileSync(aside, bytes);
    const what = damaged.length === 1 ? "1 damaged record" : `${damaged.length} damaged records`;
    onNotice(`${basename(path)}:${first.line}: ${what} moved to ${basename(aside)}.`);
  }
  return records.filter(({ type }) => type !== "format");
}

function readBytes(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Writes a file beside the old one, syncs it, and moves it into place. Returns its descriptor and its size. */
function writeWhole(path: string, records: readonly KeptRecord[]): [descriptor: number, size: number] {
  const bytes = Buffer.from([FORMAT, ...records].map(encodeRecord).join(""));
  const descriptor = openSync(`${path}.new`, "w", 0o600);
  try {
    writeAll(descriptor, bytes, 0);
    fsyncSync(descriptor);
    renameSync(`${path}.new`, path);
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
  syncFolder(dirname(path));
  return [descriptor, bytes.length];
}

function writeAll(descriptor: number, bytes: Uint8Array, position: number): void {
  for (let at = 0; at < bytes.length; )
    at += writeSync(descriptor, bytes, at, bytes.length - at, position + at);
}
