import type { Screen } from "./progress-bar.js";

/** Time between two redraws, in milliseconds. */
const REDRAW_INTERVAL_MS = 200;

/** The last line of a terminal, below all messages, that shows the current state. */
export class StatusLine {
  readonly #screen: Screen;
  readonly #text: () => string;
  readonly #timer: NodeJS.Timeout;
  #shown = "";

  /** @param text called on each redraw; the line is drawn when the text has changed */
  constructor(screen: Screen, text: () => string) {
    this.#screen = screen;
    this.#text = text;
    this.#timer = setInterval(() => this.#draw(), REDRAW_INTERVAL_MS).unref();
    this.#draw();
  }

  /** Clears the line, so that a message can take its place. */
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
