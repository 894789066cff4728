import type { RecordBatch } from "../input/read-source.js";
import { progressLine } from "./progress-line.js";

/** A line of a terminal that can be written over. */
export interface Screen {
  readonly columns: number;
  /** Writes to the terminal as it is, without a line end. */
  readonly draw: (text: string) => void;
  /** Seconds since some fixed point. */
  readonly clock: () => number;
}

/** Redrawn at most so often, in seconds. */
const REDRAW_INTERVAL_S = 0.1;

/** Shows how far a run has come, in one line that is erased at the end. */
export class ProgressBar {
  readonly #screen: Screen;
  readonly #total: number | null;
  readonly #began: number;
  #drawn: number;
  #exchanges = 0;
  /** Bytes of sources that are done. */
  #before = 0;
  #current = 0;
  #isShown = false;

  /** @param total bytes of all sources; null where nobody knows */
  constructor(screen: Screen, total: number | null) {
    this.#screen = screen;
    this.#total = total;
    this.#began = screen.clock();
    this.#drawn = this.#began;
  }

  /** The next source begins. */
  next(): void {
    this.#before += this.#current;
    this.#current = 0;
  }

  update({ bytesRead, records }: RecordBatch): void {
    this.#current = bytesRead;
    this.#exchanges += records.length;
    const now = this.#screen.clock();
    if (now - this.#drawn < REDRAW_INTERVAL_S) return;
    this.#drawn = now;
    this.#draw(now);
  }

  /** Leaves the line as if nothing had stood there; what is written next takes its place. */
  erase(): void {
    if (this.#isShown) this.#screen.draw("\r\u001b[2K");
    this.#isShown = false;
  }

  #draw(now: number): void {
    const bytes = this.#before + this.#current;
    const progress = { bytes, total: this.#total, exchanges: this.#exchanges, seconds: now - this.#began };
    this.#screen.draw(`\r\u001b[2K${progressLine(progress, this.#screen.columns)}`);
    this.#isShown = true;
  }
}
