import type { Screen } from "./progress-bar.js";

/** How often it is drawn again, in milliseconds. */
const REDRAW_INTERVAL_MS = 200;

/** A last line on a terminal that says how things stand, below all that is said for good. */
export class StatusLine {
  readonly #screen: Screen;
  readonly #text: () => string;
  readonly #timer: NodeJS.Timeout;
  #shown = "";

  /** @param text asked again and again; the line is drawn when it has changed */
  constructor(screen: Screen, text: () => string) {
    this.#screen = screen;
    this.#text = text;
    this.#timer = setInterval(() => this.#draw(), REDRAW_INTERVAL_MS).unref();
    this.#draw();
  }

  /** Makes room for a line that stays. */
  erase(): void {
    if (this.#shown !== "") this.#screen.draw("\r\u001b[2K");
    this.#shown = "";
  }

  end(): void {
    clearInterval(this.#timer);
    this.erase();
  }

  #draw(): void {
    const text = this.#text().slice(0, Math.max(this.#screen.columns - 1, 0));
    if (text === this.#shown) return;
    this.#screen.draw(`\r\u001b[2K${text}`);
    this.#shown = text;
  }
}
