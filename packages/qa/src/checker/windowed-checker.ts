import { merge } from "../report/merge.js";
import type { Report } from "../report/report.js";
import type { Checker, SourceRecords } from "./checker.js";

/** When a part of an endless stream is full. */
export type Window =
  | { readonly unit: "exchanges"; readonly count: number }
  | { readonly unit: "time"; readonly milliseconds: number };

export interface WindowSettings {
  readonly window: Window;
  /** Is handed the report of each part as it is full, and that of all parts so far. */
  readonly deliver: (part: Report, whole: Report) => Promise<void>;
}

/** Checks a stream part by part. The parts merge to the report of the whole, byte for byte. */
export class WindowedChecker implements Checker {
  readonly #inner: Checker;
  readonly #settings: WindowSettings;
  readonly #timer: NodeJS.Timeout | undefined;
  /** Tasks are done one after the other: a part is not taken while its last exchanges are handed over. */
  #last: Promise<void> = Promise.resolve();
  #failure: unknown = null;
  #inPart = 0;
  #whole: Report | null = null;

  constructor(inner: Checker, settings: WindowSettings) {
    this.#inner = inner;
    this.#settings = settings;
    const { window } = settings;
    if (window.unit === "time") this.#timer = setInterval(() => this.#tick(), window.milliseconds).unref();
  }

  async check({ records, ...of }: SourceRecords): Promise<void> {
    for (let start = 0; start < records.length; ) {
      const end = Math.min(records.length, start + this.#room());
      await this.#inTurn(() => this.#inner.check({ ...of, records: records.slice(start, end) }));
      this.#inPart += end - start;
      start = end;
      if (this.#room() === 0) await this.#inTurn(() => this.#finishPart());
    }
  }

  /** What all parts found. The last part is delivered before. */
  async report(): Promise<Report> {
    clearInterval(this.#timer);
    await this.#inTurn(async () => {
      if (this.#inPart > 0 || this.#whole === null) await this.#finishPart();
    });
    return this.#whole as Report;
  }

  async takeReport(): Promise<Report> {
    const report = await this.report();
    this.#whole = null;
    return report;
  }

  get problems(): readonly string[] {
    return this.#inner.problems;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#inner.close();
  }

  /** Exchanges that the part still takes. */
  #room(): number {
    const { window } = this.#settings;
    return window.unit === "exchanges" ? window.count - this.#inPart : Number.POSITIVE_INFINITY;
  }

  #tick(): void {
    void this.#inTurn(async () => {
      if (this.#inPart > 0) await this.#finishPart();
    }).catch(() => {});
  }

  async #finishPart(): Promise<void> {
    const part = await this.#inner.takeReport();
    this.#inPart = 0;
    this.#whole = this.#whole === null ? part : merge([this.#whole, part]);
    await this.#settings.deliver(part, this.#whole);
  }

  /** @throws what this task, or one before it, threw */
  async #inTurn(task: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(async () => {
      if (this.#failure === null) await task();
    });
    this.#last = turn.catch((error) => {
      this.#failure ??= error;
    });
    await this.#last;
    if (this.#failure !== null) throw this.#failure;
  }
}
