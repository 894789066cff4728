import type { MemoryBudget } from "./memory-budget.js";
import type { UploadHead, UploadMessage } from "./upload-message.js";

/**
 * The body of an upload too long to be kept, handed on to the thread that checks piece by piece. What is handed on and
 * not yet read there counts against the budget; where that is used up, the rest is not looked at, and the report says
 * so.
 */
export class UploadCapture {
  /** By which the exchange names its upload later. */
  readonly number: number;
  readonly #budget: MemoryBudget;
  readonly #post: (message: UploadMessage, transferred?: readonly ArrayBuffer[]) => void;
  #isOpen = true;

  constructor(
    number: number,
    head: UploadHead,
    budget: MemoryBudget,
    post: (message: UploadMessage, transferred?: readonly ArrayBuffer[]) => void,
  ) {
    this.number = number;
    this.#budget = budget;
    this.#post = post;
    post({ kind: "upload", number, step: "begin", head });
  }

  add(chunk: Uint8Array): void {
    if (!this.#isOpen) return;
    if (!this.#budget.reserve(chunk.length)) {
      this.end("cut");
      return;
    }
    // The chunk itself is on its way to the upstream, and stays where it is.
    const bytes = new Uint8Array(chunk);
    this.#post({ kind: "upload", number: this.number, step: "piece", bytes }, [bytes.buffer]);
  }

  /** `whole`: all of it was handed on. `cut`: no more will come. `gone`: nobody will ask for it. */
  end(how: "whole" | "cut" | "gone"): void {
    if (!this.#isOpen && how !== "gone") return;
    this.#isOpen = false;
    this.#post({ kind: "upload", number: this.number, step: how });
  }
}
