import { createHash } from "node:crypto";
import { type RawRecord, startOf } from "../input/raw-record.js";
import { merge } from "../report/merge.js";
import type { Report } from "../report/report.js";
import type { SourceRecords } from "./checker.js";
import { WrappedChecker } from "./wrapped-checker.js";

/** Remembered lines and messages per source, about 10 MB of memory. */
const MAX_REMEMBERED_LINES = 100_000;

/** Our own lines begin with their id. Two equal lines without an id may be two exchanges. */
const startsWithId = /^\s*\{\s*"id"\s*:\s*"/;

/** Bytes within which the id begins. */
const ID_PREFIX_BYTES = 64;

/**
 * Skips and counts messages at the position of one of the last 100,000 of their source, and lines that carry an exchange id
 * and equal one of these byte for byte. For queues that deliver at least once.
 */
export class DeduplicatingChecker extends WrappedChecker {
  /** Digests of the last lines by source, oldest first. */
  readonly #recent = new Map<string, Set<string>>();
  #duplicates = 0;

  async check({ records, ...of }: SourceRecords): Promise<void> {
    const fresh = records.filter((record) => !this.#isRepeated(record, of.source));
    await this.inner.check({ ...of, records: fresh });
  }

  async report(): Promise<Report> {
    return merge([await this.inner.report()], { duplicates: this.#duplicates });
  }

  async takeReport(): Promise<Report> {
    const report = await this.inner.takeReport();
    const duplicates = this.#duplicates;
    this.#duplicates = 0;
    return merge([report], { duplicates });
  }

  #isRepeated(record: RawRecord, source: string): boolean {
    const digest = identityOf(record);
    if (digest === null) return false;
    const recent = this.#recent.get(source) ?? new Set<string>();
    this.#recent.set(source, recent);
    const isRepeated = recent.delete(digest);
    recent.add(digest);
    if (recent.size > MAX_REMEMBERED_LINES) recent.delete(recent.values().next().value as string);
    if (isRepeated) this.#duplicates += 1;
    return isRepeated;
  }
}

/** Position of a message, or digest of a line that has an id; null for any other record. */
function identityOf(record: RawRecord): string | null {
  const { position } = record;
  if (position !== undefined) return `${position.topic} ${position.partition} ${position.offset}`;
  if (record.kind !== "bytes" || !startsWithId.test(startOf(record.bytes, ID_PREFIX_BYTES))) return null;
  return createHash("sha256").update(record.bytes).digest("base64").slice(0, 22);
}
