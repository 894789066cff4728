import type { IncomingMessage } from "node:http";
import { freeBytes } from "./free-bytes.js";

/**
 * The body of a request, chunk by chunk. The socket is read only while a chunk is asked for, so that 200 uploads at once
 * hold no bytes between two chunks: a stream of Node reads ahead 64 KB for each.
 */
export class RequestBody implements AsyncIterableIterator<Uint8Array> {
  readonly #incoming: IncomingMessage;
  /** Chunks of one read that nobody asked for yet. */
  readonly #chunks: Uint8Array[] = [];
  #end: { readonly error: Error | null } | null = null;
  #waiting: { resolve(result: IteratorResult<Uint8Array>): void; reject(error: Error): void } | null = null;
  #isStarted = false;

  constructor(incoming: IncomingMessage) {
    this.#incoming = incoming;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** @param used a chunk that the reader has done with */
  next(used?: Uint8Array): Promise<IteratorResult<Uint8Array>> {
    if (used !== undefined) freeBytes(used);
    if (!this.#isStarted) this.#start();
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#settle();
      // what is read already comes first: a socket that is resumed before it is paused goes on reading
      if (this.#waiting !== null && this.#incoming.readableLength === 0) this.#incoming.socket.resume();
    });
  }

  /** A body that is left before its end ends its connection, as nothing can be read after it. */
  async return(): Promise<IteratorResult<Uint8Array>> {
    if (this.#end === null) this.#incoming.destroy();
    return DONE;
  }

  #start(): void {
    this.#isStarted = true;
    this.#incoming._read = waitForNext;
    this.#incoming.on("data", (chunk: Uint8Array) => {
      this.#chunks.push(chunk);
      this.#incoming.socket.pause();
      this.#settle();
    });
    this.#incoming.on("end", () => this.#finish(() => null));
    this.#incoming.on("error", (error) => this.#finish(() => error));
    this.#incoming.on("close", () => this.#finish(() => new Error("the connection was closed")));
  }

  /** @param createError called for the first end only: every request is closed, and an error costs a stack trace */
  #finish(createError: () => Error | null): void {
    if (this.#end !== null) return;
    this.#end = { error: createError() };
    this.#incoming.socket.resume();
    this.#settle();
  }

  /** Hands the next chunk, or the end, to whoever waits for it. */
  #settle(): void {
    const { resolve, reject } = this.#waiting ?? {};
    if (resolve === undefined || reject === undefined) return;
    const chunk = this.#chunks.shift();
    if (chunk === undefined && this.#end === null) return;
    this.#waiting = null;
    if (chunk !== undefined) resolve({ done: false, value: chunk });
    else if (this.#end?.error) reject(this.#end.error);
    else resolve(DONE);
  }
}

/** Replaces the method of Node that resumes the socket for every chunk, and so reads ahead without limit. */
const waitForNext = () => {};

const DONE = { done: true, value: undefined } as const;
