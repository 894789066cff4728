import type { IncomingMessage } from "node:http";
import type { UnansweredRequest } from "../check/worker-message.js";
import type { Outcome, Tap } from "../forward/tap.js";
import { type RawHeaders, rawValues } from "../raw-headers.js";
import { BodyCapture } from "./body-capture.js";
import type { CapturedBody, CapturedExchange } from "./captured-exchange.js";
import type { MemoryBudget } from "./memory-budget.js";
import type { UploadCapture } from "./upload-capture.js";
import type { UploadHead } from "./upload-message.js";

/** What is known of a request when it begins. */
export interface RequestStart {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  /** As the contract knows it. */
  readonly url: string;
}

/** What a copy needs around it. */
export interface CaptureContext {
  readonly budget: MemoryBudget;
  readonly openUpload: (head: UploadHead) => UploadCapture;
  /** Told once, or the next one is. */
  readonly onCaptured: (copied: CapturedExchange) => void;
  /** There was no answer, or not all of it. */
  readonly onUnanswered: (request: UnansweredRequest) => void;
}

/** Copies one exchange as it passes. */
export class ExchangeCapture implements Tap {
  readonly #beginning: RequestStart;
  readonly #incoming: IncomingMessage;
  readonly #sent: BodyCapture;
  readonly #answered: BodyCapture;
  readonly #parts: CaptureContext;
  /** The request's body, once it was too long to be kept. */
  #upload: UploadCapture | null = null;
  #status = 0;
  #headers: RawHeaders = [];

  constructor(incoming: IncomingMessage, beginning: RequestStart, parts: CaptureContext) {
    this.#incoming = incoming;
    this.#beginning = beginning;
    this.#parts = parts;
    this.#sent = new BodyCapture(parts.budget);
    this.#answered = new BodyCapture(parts.budget);
  }

  requestChunk(chunk: Uint8Array): void {
    if (this.#upload !== null) this.#upload.add(chunk);
    else if (!this.#sent.add(chunk)) this.#overflow(chunk);
  }

  /** A form with files is read on piece by piece; nothing else can be. */
  #overflow(chunk: Uint8Array): void {
    const { method = "", rawHeaders: headers } = this.#incoming;
    const isForm = rawValues(headers, "content-type").some((value) => /^\s*multipart\//i.test(value));
    const kept = this.#sent.chunks;
    if (isForm && kept !== null) {
      this.#upload = this.#parts.openUpload({ method, url: this.#beginning.url, headers });
      for (const piece of [...kept, chunk]) this.#upload.add(piece);
    }
    this.#sent.drop();
  }

  response(status: number, headers: RawHeaders): void {
    this.#status = status;
    this.#headers = headers;
  }

  responseChunk(chunk: Uint8Array): void {
    if (!this.#answered.add(chunk)) this.#answered.drop();
  }

  end(outcome: Outcome): void {
    if (outcome.kind === "answered") {
      this.#parts.onCaptured(this.#copied(outcome.isSent));
      return;
    }
    this.#upload?.end("gone");
    this.#sent.drop();
    this.#answered.drop();
    const { method = "", rawHeaders: headers } = this.#incoming;
    this.#parts.onUnanswered({ ...this.#beginning, method, headers });
  }

  #copied(isSent: boolean): CapturedExchange {
    if (!isSent) this.#sent.drop();
    this.#upload?.end(isSent ? "whole" : "cut");
    const { method = "", rawHeaders } = this.#incoming;
    const { id, started, url } = this.#beginning;
    return {
      id,
      started,
      url,
      method,
      requestHeaders: rawHeaders,
      requestBody: this.#upload ? { kind: "upload", number: this.#upload.number } : bodyOf(this.#sent),
      status: this.#status,
      responseHeaders: this.#headers,
      responseBody: bodyOf(this.#answered),
    };
  }
}

function bodyOf({ chunks, size }: BodyCapture): CapturedBody {
  if (chunks === null) return { kind: "left-out" };
  return chunks.length === 0 ? { kind: "none" } : { kind: "bytes", chunks, size };
}
