import type { MemoryBudget } from "./memory-budget.js";
import type { UploadHead, UploadMessage } from "./upload-message.js";

/** Sends a message to the checking worker; transferred buffers are moved, not copied. */
export type PostUpload = (message: UploadMessage, transferred?: readonly ArrayBuffer[]) => void;

/**
 * Streams the body of an upload that is too long to capture to the checking worker. Chunks that the worker has not read
 * yet count against the memory budget. Once the budget is used up, the rest is not checked, and the report says so.
 */
export class UploadCapture {
  /** The exchange refers to its upload by this number. */
  readonly number: number;
  readonly #budget: MemoryBudget;
  readonly #post: PostUpload;
  #isOpen = true;

  constructor(number: number, head: UploadHead, budget: MemoryBudget, post: PostUpload) {
    this.number = number;
    this.#budget = budget;
    this.#post = post;
    post({ kind: "upload", number, step: "begin", head });
  }

  add(chunk: Uint8Array): void {
    if (!this.#isOpen) return;
    if (!this.#budget.reserve(chunk.length)) {
      this.end("incomplete");
      return;
    }
    // Copy it: the chunk itself is still being written to the upstream.
    const bytes = new Uint8Array(chunk);
    this.#post({ kind: "upload", number: this.number, step: "chunk", bytes }, [bytes.buffer]);
  }

  end(how: "complete" | "incomplete" | "abandoned"): void {
    if (!this.#isOpen && how !== "abandoned") return;
    this.#isOpen = false;
    this.#post({ kind: "upload", number: this.number, step: how });
  }
}
