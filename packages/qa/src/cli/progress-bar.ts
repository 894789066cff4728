import type { RecordBatch } from "../input/read-source.js";
import { progressLine } from "./progress-line.js";

/** A terminal line that can be redrawn. */
export interface Screen {
  readonly columns: number;
  /** Writes to the terminal, without a line end. */
  readonly draw: (text: string) => void;
  /** Seconds since some fixed point. */
  readonly clock: () => number;
}

/** Shortest time between two redraws, in seconds. */
const REDRAW_INTERVAL_S = 0.1;

/** Shows the progress of a run in one line that is erased at the end. */
export class ProgressBar {
  readonly #screen: Screen;
  readonly #total: number | null;
  readonly #began: number;
  #drawn: number;
  #exchanges = 0;
  /** Bytes of finished sources. */
  #before = 0;
  #current = 0;
  /** Exchanges of finished sources. */
  #exchangesBefore = 0;
  #isShown = false;

  /** @param total bytes of all sources; null if unknown */
  constructor(screen: Screen, total: number | null) {
    this.#screen = screen;
    this.#total = total;
    this.#began = screen.clock();
    this.#drawn = this.#began;
  }

  /** Starts the next source. */
  next(): void {
    this.#before += this.#current;
    this.#exchangesBefore = this.#exchanges;
    this.#current = 0;
  }

  /** Starts the same source again. */
  again(): void {
    this.#exchanges = this.#exchangesBefore;
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

  /** Clears the line, so that the next message takes its place. */
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
