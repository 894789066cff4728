import { createHash } from "node:crypto";
import type { RawRecord } from "../input/raw-record.js";
import { merge } from "../report/merge.js";
import type { Report } from "../report/report.js";
import type { Checker, SourceRecords } from "./checker.js";

/** Lines of one source that are remembered: about 10 MB of memory. */
const MAX_REMEMBERED_LINES = 100_000;

/** Our own lines name their exchange first. One without a name may well come twice and be two. */
const startsWithId = /^\s*\{\s*"id"\s*:\s*"/;

/** Bytes in which the name begins. */
const ID_PREFIX_BYTES = 64;

/**
 * Leaves out what was delivered twice: a line that names its exchange and is, byte for byte, one of the last 100,000
 * of its source. It counts as a duplicate. Meant for queues that deliver at least once.
 */
export class DeduplicatingChecker implements Checker {
  readonly #inner: Checker;
  /** By source, digests of its last lines, oldest first. */
  readonly #recent = new Map<string, Set<string>>();
  #duplicates = 0;

  constructor(inner: Checker) {
    this.#inner = inner;
  }

  async check({ records, ...of }: SourceRecords): Promise<void> {
    const fresh = records.filter((record) => !this.#isRepeated(record, of.source));
    await this.#inner.check({ ...of, records: fresh });
  }

  async report(): Promise<Report> {
    return merge([await this.#inner.report()], { duplicates: this.#duplicates });
  }

  async takeReport(): Promise<Report> {
    const report = await this.#inner.takeReport();
    const duplicates = this.#duplicates;
    this.#duplicates = 0;
    return merge([report], { duplicates });
  }

  get problems(): readonly string[] {
    return this.#inner.problems;
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  #isRepeated(record: RawRecord, source: string): boolean {
    if (record.kind !== "bytes" || !startsWithId.test(startOf(record.bytes))) return false;
    const recent = this.#recent.get(source) ?? new Set<string>();
    this.#recent.set(source, recent);
    const digest = createHash("sha256").update(record.bytes).digest("base64").slice(0, 22);
    const isRepeated = recent.delete(digest);
    recent.add(digest);
    if (recent.size > MAX_REMEMBERED_LINES) recent.delete(recent.values().next().value as string);
    if (isRepeated) this.#duplicates += 1;
    return isRepeated;
  }
}

function startOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(ID_PREFIX_BYTES, bytes.length)).toString(
    "latin1",
  );
}
