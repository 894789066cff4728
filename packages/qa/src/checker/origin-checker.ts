import type { MessagePosition } from "../input/raw-record.js";
import { type OffsetRange, unite } from "../report/offset-range.js";
import { mergeOrigins } from "../report/origin.js";
import type { Report } from "../report/report.js";
import type { Checker, SourceRecords } from "./checker.js";
import { WrappedChecker } from "./wrapped-checker.js";

/** Ranges that are collected before they are united. */
const MAX_LOOSE_RANGES = 10_000;

/** Adds to each report which part of the traffic it covers: the run, and the offsets of the messages. */
export class OriginChecker extends WrappedChecker {
  readonly #run: string | null;
  #ranges: OffsetRange[] = [];
  /** The range that the last message extended, by partition. */
  readonly #last = new Map<string, { -readonly [Name in keyof OffsetRange]: OffsetRange[Name] }>();

  constructor(inner: Checker, run: string | null) {
    super(inner);
    this.#run = run;
  }

  async check(records: SourceRecords): Promise<void> {
    for (const { position } of records.records) if (position !== undefined) this.#add(position);
    await this.inner.check(records);
  }

  async report(): Promise<Report> {
    return this.#withOrigin(await this.inner.report());
  }

  async takeReport(): Promise<Report> {
    const report = this.#withOrigin(await this.inner.takeReport());
    this.#ranges = [];
    return report;
  }

  #withOrigin(report: Report): Report {
    this.#unite();
    const origin = mergeOrigins([{ ...(this.#run !== null && { run: this.#run }), ranges: this.#ranges }]);
    return origin === undefined ? report : { ...report, origin };
  }

  /** What reports hold is not extended any more. */
  #unite(): void {
    this.#ranges = unite(this.#ranges);
    this.#last.clear();
  }

  #add({ topic, partition, offset }: MessagePosition): void {
    const key = `${topic} ${partition}`;
    const last = this.#last.get(key);
    if (last !== undefined && offset === last.to + 1) {
      last.to = offset;
      last.read += 1;
      return;
    }
    if (this.#ranges.length >= MAX_LOOSE_RANGES) this.#unite();
    const range = { topic, partition, from: offset, to: offset, read: 1 };
    this.#ranges.push(range);
    this.#last.set(key, range);
  }
}
