import type { IncomingMessage } from "node:http";
import { BodyCopy } from "./body-copy.js";
import type { Budget } from "./budget.js";
import type { Copied, CopiedBody } from "./copied.js";
import type { RawHeaders } from "./end-to-end.js";
import type { Outcome, Witness } from "./witness.js";

/** What is known of a request when it begins. */
export interface Beginning {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  /** As the contract knows it. */
  readonly url: string;
}

/** Copies one exchange as it passes. */
export class ExchangeCopy implements Witness {
  readonly #beginning: Beginning;
  readonly #incoming: IncomingMessage;
  readonly #sent: BodyCopy;
  readonly #answered: BodyCopy;
  readonly #onEnd: (copied: Copied | null) => void;
  #status = 0;
  #headers: RawHeaders = [];

  /** @param onEnd told once; null: there was no whole answer */
  constructor(
    incoming: IncomingMessage,
    beginning: Beginning,
    budget: Budget,
    onEnd: (copied: Copied | null) => void,
  ) {
    this.#incoming = incoming;
    this.#beginning = beginning;
    this.#sent = new BodyCopy(budget);
    this.#answered = new BodyCopy(budget);
    this.#onEnd = onEnd;
  }

  requestChunk(chunk: Uint8Array): void {
    this.#sent.add(chunk);
  }

  answer(status: number, headers: RawHeaders): void {
    this.#status = status;
    this.#headers = headers;
  }

  answerChunk(chunk: Uint8Array): void {
    this.#answered.add(chunk);
  }

  end(outcome: Outcome): void {
    if (outcome.kind === "answered") {
      this.#onEnd(this.#copied(outcome.isSent));
      return;
    }
    this.#sent.drop();
    this.#answered.drop();
    this.#onEnd(null);
  }

  #copied(isSent: boolean): Copied {
    if (!isSent) this.#sent.drop();
    const { method = "", rawHeaders } = this.#incoming;
    const { id, started, url } = this.#beginning;
    return {
      id,
      started,
      url,
      method,
      requestHeaders: rawHeaders,
      requestBody: bodyOf(this.#sent),
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
