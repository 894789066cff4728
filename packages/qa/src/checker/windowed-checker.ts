import { merge } from "../report/merge.js";
import type { Report } from "../report/report.js";
import type { Checker, SourceRecords } from "./checker.js";
import { WrappedChecker } from "./wrapped-checker.js";

/** When a window of a stream ends. */
export type Window =
  | { readonly unit: "exchanges"; readonly count: number }
  | { readonly unit: "time"; readonly milliseconds: number };

export interface WindowSettings {
  readonly window: Window;
  /** Called with the report of each window as it ends, and the report of everything so far. */
  readonly deliver: (window: Report, whole: Report) => Promise<void>;
}

/** Reports a stream window by window. The windows merge into the report of the whole, byte for byte. */
export class WindowedChecker extends WrappedChecker {
  readonly #settings: WindowSettings;
  readonly #timer: NodeJS.Timeout | undefined;
  /** Runs tasks in order, so that no window is reported while its last records are being checked. */
  #last: Promise<void> = Promise.resolve();
  #failure: unknown = null;
  #inWindow = 0;
  #whole: Report | null = null;

  constructor(inner: Checker, settings: WindowSettings) {
    super(inner);
    this.#settings = settings;
    const { window } = settings;
    if (window.unit === "time") this.#timer = setInterval(() => this.#tick(), window.milliseconds).unref();
  }

  async check({ records, ...of }: SourceRecords): Promise<void> {
    for (let start = 0; start < records.length; ) {
      const end = Math.min(records.length, start + this.#room());
      await this.#inOrder(() => this.inner.check({ ...of, records: records.slice(start, end) }));
      this.#inWindow += end - start;
      start = end;
      if (this.#room() === 0) await this.#inOrder(() => this.#endWindow());
    }
  }

  /** Delivers the last window and returns the report of all windows. */
  async report(): Promise<Report> {
    clearInterval(this.#timer);
    await this.#inOrder(async () => {
      if (this.#inWindow > 0 || this.#whole === null) await this.#endWindow();
    });
    return this.#whole as Report;
  }

  async takeReport(): Promise<Report> {
    const report = await this.report();
    this.#whole = null;
    return report;
  }

  override async close(): Promise<void> {
    clearInterval(this.#timer);
    await super.close();
  }

  /** Records that still fit into the window. */
  #room(): number {
    const { window } = this.#settings;
    return window.unit === "exchanges" ? window.count - this.#inWindow : Number.POSITIVE_INFINITY;
  }

  #tick(): void {
    void this.#inOrder(async () => {
      if (this.#inWindow > 0) await this.#endWindow();
    }).catch(() => {});
  }

  async #endWindow(): Promise<void> {
    const windowReport = await this.inner.takeReport();
    this.#inWindow = 0;
    this.#whole = this.#whole === null ? windowReport : merge([this.#whole, windowReport]);
    await this.#settings.deliver(windowReport, this.#whole);
  }

  /** @throws the error of this task or of an earlier one */
  async #inOrder(task: () => Promise<void>): Promise<void> {
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
