import { merge } from "../report/merge.js";
import type { Report } from "../report/report.js";
import type { Checker, PiecesOf } from "./checker.js";

/** When a part of an endless stream is full. */
export type Every =
  | { readonly unit: "exchanges"; readonly count: number }
  | { readonly unit: "time"; readonly milliseconds: number };

export interface PartSettings {
  readonly every: Every;
  /** Is handed the report of each part as it is full, and that of all parts so far. */
  readonly deliver: (part: Report, whole: Report) => Promise<void>;
}

/** Checks a stream part by part. The parts merge to the report of the whole, byte for byte. */
export class PartedChecker implements Checker {
  readonly #inner: Checker;
  readonly #settings: PartSettings;
  readonly #timer: NodeJS.Timeout | undefined;
  /** Tasks are done one after the other: a part is not taken while its last exchanges are handed over. */
  #last: Promise<void> = Promise.resolve();
  #failure: unknown = null;
  #inPart = 0;
  #whole: Report | null = null;

  constructor(inner: Checker, settings: PartSettings) {
    this.#inner = inner;
    this.#settings = settings;
    const { every } = settings;
    if (every.unit === "time") this.#timer = setInterval(() => this.#tick(), every.milliseconds).unref();
  }

  async check({ pieces, ...of }: PiecesOf): Promise<void> {
    for (let start = 0; start < pieces.length; ) {
      const end = Math.min(pieces.length, start + this.#room());
      await this.#inTurn(() => this.#inner.check({ ...of, pieces: pieces.slice(start, end) }));
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

  async take(): Promise<Report> {
    const report = await this.report();
    this.#whole = null;
    return report;
  }

  get troubles(): readonly string[] {
    return this.#inner.troubles;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#inner.close();
  }

  /** Exchanges that the part still takes. */
  #room(): number {
    const { every } = this.#settings;
    return every.unit === "exchanges" ? every.count - this.#inPart : Number.POSITIVE_INFINITY;
  }

  #tick(): void {
    void this.#inTurn(async () => {
      if (this.#inPart > 0) await this.#finishPart();
    }).catch(() => {});
  }

  async #finishPart(): Promise<void> {
    const part = await this.#inner.take();
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
