import { createHash } from "node:crypto";
import type { Piece } from "../input/raw-record.js";
import { merge } from "../report/merge.js";
import type { Report } from "../report/report.js";
import type { Checker, PiecesOf } from "./checker.js";

/** Lines of one source that are remembered: about 10 MB of memory. */
const window = 100_000;

/** Our own lines name their exchange first. One without a name may well come twice and be two. */
const named = /^\s*\{\s*"id"\s*:\s*"/;

/** Bytes in which the name begins. */
const nameStart = 64;

/**
 * Leaves out what was delivered twice: a line that names its exchange and is, byte for byte, one of the last 100,000
 * of its source. It counts as a duplicate. Meant for queues that deliver at least once.
 */
export class OnceChecker implements Checker {
  readonly #inner: Checker;
  /** By source, digests of its last lines, oldest first. */
  readonly #recent = new Map<string, Set<string>>();
  #duplicates = 0;

  constructor(inner: Checker) {
    this.#inner = inner;
  }

  async check({ pieces, ...of }: PiecesOf): Promise<void> {
    const fresh = pieces.filter((piece) => !this.#isRepeated(piece, of.source));
    await this.#inner.check({ ...of, pieces: fresh });
  }

  async report(): Promise<Report> {
    return merge([await this.#inner.report()], { duplicates: this.#duplicates });
  }

  async take(): Promise<Report> {
    const report = await this.#inner.take();
    const duplicates = this.#duplicates;
    this.#duplicates = 0;
    return merge([report], { duplicates });
  }

  get troubles(): readonly string[] {
    return this.#inner.troubles;
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  #isRepeated(piece: Piece, source: string): boolean {
    if (piece.kind !== "bytes" || !named.test(startOf(piece.bytes))) return false;
    const recent = this.#recent.get(source) ?? new Set<string>();
    this.#recent.set(source, recent);
    const digest = createHash("sha256").update(piece.bytes).digest("base64").slice(0, 22);
    const isRepeated = recent.delete(digest);
    recent.add(digest);
    if (recent.size > window) recent.delete(recent.values().next().value as string);
    if (isRepeated) this.#duplicates += 1;
    return isRepeated;
  }
}

function startOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(nameStart, bytes.length)).toString("latin1");
}
