import type { IncomingMessage } from "node:http";
import { BodyCopy } from "./body-copy.js";
import type { Budget } from "./budget.js";
import type { Unanswered } from "./checking.js";
import type { Copied, CopiedBody } from "./copied.js";
import { type RawHeaders, rawValues } from "./end-to-end.js";
import type { UploadCopy, UploadHead } from "./upload-copy.js";
import type { Outcome, Witness } from "./witness.js";

/** What is known of a request when it begins. */
export interface Beginning {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  /** As the contract knows it. */
  readonly url: string;
}

/** What a copy needs around it. */
export interface CopyParts {
  readonly budget: Budget;
  readonly openUpload: (head: UploadHead) => UploadCopy;
  /** Told once, or the next one is. */
  readonly onEnd: (copied: Copied) => void;
  /** There was no answer, or not all of it. */
  readonly onBroken: (request: Unanswered) => void;
}

/** Copies one exchange as it passes. */
export class ExchangeCopy implements Witness {
  readonly #beginning: Beginning;
  readonly #incoming: IncomingMessage;
  readonly #sent: BodyCopy;
  readonly #answered: BodyCopy;
  readonly #parts: CopyParts;
  /** The request's body, once it was too long to be kept. */
  #upload: UploadCopy | null = null;
  #status = 0;
  #headers: RawHeaders = [];

  constructor(incoming: IncomingMessage, beginning: Beginning, parts: CopyParts) {
    this.#incoming = incoming;
    this.#beginning = beginning;
    this.#parts = parts;
    this.#sent = new BodyCopy(parts.budget);
    this.#answered = new BodyCopy(parts.budget);
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

  answer(status: number, headers: RawHeaders): void {
    this.#status = status;
    this.#headers = headers;
  }

  answerChunk(chunk: Uint8Array): void {
    if (!this.#answered.add(chunk)) this.#answered.drop();
  }

  end(outcome: Outcome): void {
    if (outcome.kind === "answered") {
      this.#parts.onEnd(this.#copied(outcome.isSent));
      return;
    }
    this.#upload?.end("gone");
    this.#sent.drop();
    this.#answered.drop();
    const { method = "", rawHeaders: headers } = this.#incoming;
    this.#parts.onBroken({ ...this.#beginning, method, headers });
  }

  #copied(isSent: boolean): Copied {
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

function bodyOf({ chunks, size }: BodyCopy): CopiedBody {
  if (chunks === null) return { kind: "left-out" };
  return chunks.length === 0 ? { kind: "none" } : { kind: "bytes", chunks, size };
}
