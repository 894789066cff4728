import type { IncomingMessage } from "node:http";
import type { Outcome, Tap } from "../forward/tap.js";
import { type RawHeaders, rawValues } from "../raw-headers.js";
import { BodyCapture } from "./body-capture.js";
import type { CapturedBody, CapturedExchange, UnansweredRequest } from "./captured-exchange.js";
import type { MemoryBudget } from "./memory-budget.js";
import type { UploadCapture } from "./upload-capture.js";
import type { UploadHead } from "./upload-message.js";

/** What is known of a request when it arrives. */
export interface RequestStart {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  /** The URL with the host of the contract, not that of the upstream. */
  readonly url: string;
}

/** What a capture uses, and whom it reports to. Exactly one of the two callbacks is called, once. */
export interface CaptureContext {
  readonly budget: MemoryBudget;
  readonly openUpload: (head: UploadHead) => UploadCapture;
  readonly onCaptured: (exchange: CapturedExchange) => void;
  /** There was no response, or only part of one. */
  readonly onUnanswered: (request: UnansweredRequest) => void;
}

/** Captures one exchange as it passes. */
export class ExchangeCapture implements Tap {
  readonly #start: RequestStart;
  readonly #incoming: IncomingMessage;
  readonly #requestBody: BodyCapture;
  readonly #responseBody: BodyCapture;
  readonly #context: CaptureContext;
  /** Receives the request body once it is too long to capture. */
  #upload: UploadCapture | null = null;
  #status = 0;
  #responseHeaders: RawHeaders = [];

  constructor(incoming: IncomingMessage, start: RequestStart, context: CaptureContext) {
    this.#incoming = incoming;
    this.#start = start;
    this.#context = context;
    this.#requestBody = new BodyCapture(context.budget);
    this.#responseBody = new BodyCapture(context.budget);
  }

  requestChunk(chunk: Uint8Array): void {
    if (this.#upload !== null) this.#upload.add(chunk);
    else if (!this.#requestBody.add(chunk)) this.#overflow(chunk);
  }

  /** Only multipart bodies can be checked as a stream; others are not checked beyond the limit. */
  #overflow(chunk: Uint8Array): void {
    const { method = "", rawHeaders: headers } = this.#incoming;
    const isMultipart = rawValues(headers, "content-type").some((value) => /^\s*multipart\//i.test(value));
    const captured = this.#requestBody.chunks;
    if (isMultipart && captured !== null) {
      this.#upload = this.#context.openUpload({ method, url: this.#start.url, headers });
      for (const part of [...captured, chunk]) this.#upload.add(part);
    }
    this.#requestBody.discard();
  }

  response(status: number, headers: RawHeaders): void {
    this.#status = status;
    this.#responseHeaders = headers;
  }

  responseChunk(chunk: Uint8Array): void {
    if (!this.#responseBody.add(chunk)) this.#responseBody.discard();
  }

  end(outcome: Outcome): void {
    if (outcome.kind === "complete") {
      this.#context.onCaptured(this.#captured(outcome.isRequestComplete));
      return;
    }
    this.#upload?.end("abandoned");
    this.#requestBody.discard();
    this.#responseBody.discard();
    const { method = "", rawHeaders: headers } = this.#incoming;
    this.#context.onUnanswered({ ...this.#start, method, headers });
  }

  #captured(isRequestComplete: boolean): CapturedExchange {
    if (!isRequestComplete) this.#requestBody.discard();
    this.#upload?.end(isRequestComplete ? "complete" : "incomplete");
    const { method = "", rawHeaders } = this.#incoming;
    const { id, started, url } = this.#start;
    return {
      id,
      started,
      url,
      method,
      requestHeaders: rawHeaders,
      requestBody: this.#upload ? { kind: "upload", number: this.#upload.number } : toBody(this.#requestBody),
      status: this.#status,
      responseHeaders: this.#responseHeaders,
      responseBody: toBody(this.#responseBody),
    };
  }
}

function toBody({ chunks, size }: BodyCapture): CapturedBody {
  if (chunks === null) return { kind: "not-captured" };
  return chunks.length === 0 ? { kind: "none" } : { kind: "bytes", chunks, size };
}
