import type { IncomingMessage, ServerResponse } from "node:http";
import type { ReportFinding } from "../report/report.js";
import { type Demands, isFailing } from "../report/thresholds.js";
import { type Answering, passAnswer, writeHead } from "./answer.js";
import { longestCopy } from "./body-copy.js";
import type { Checker } from "./checker.js";
import type { Copied } from "./copied.js";
import type { Envelope, ExcuseDetail } from "./envelope.js";
import { excuse } from "./excuse.js";
import { endLike } from "./trailers.js";

interface HeldParts {
  readonly checker: Checker;
  readonly envelope: Envelope;
  readonly enforced: Pick<Demands, "failOn" | "known">;
}

/**
 * An answer that is passed on once it was found to keep the contract. Held up to the size of a copy; what is longer,
 * and event streams, pass as they come.
 */
export class HeldAnswer {
  readonly #parts: HeldParts;
  /** null: not held, or not any more. */
  #chunks: Uint8Array[] | null = null;
  #size = 0;
  #verdict: Promise<readonly ReportFinding[]> = Promise.resolve([]);

  constructor(parts: HeldParts) {
    this.#parts = parts;
  }

  readonly answering: Answering = (incoming, answer, response) => {
    if (isEndless(answer)) {
      passAnswer(incoming, answer, response);
      return;
    }
    this.#chunks = [];
    answer.on("data", (chunk: Uint8Array) => this.#hold(chunk, incoming, answer, response));
    answer.on("end", () => void this.#conclude(incoming, answer, response));
  };

  /** Told when all of the answer is there, before `answering` goes on. */
  onEnd(copied: Copied): void {
    const { checker } = this.#parts;
    if (this.#chunks === null) checker.add(copied);
    else this.#verdict = checker.verdict(copied);
  }

  #hold(
    chunk: Uint8Array,
    incoming: IncomingMessage,
    answer: IncomingMessage,
    response: ServerResponse,
  ): void {
    if (this.#chunks === null) return;
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size <= longestCopy) return;
    this.#release(incoming, answer, response);
    answer.pipe(response, { end: false });
  }

  async #conclude(
    incoming: IncomingMessage,
    answer: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (this.#chunks !== null) {
      const findings = await this.#verdict.catch(() => []);
      const breaches = findings.filter((finding) => this.#isBreach(finding));
      if (breaches.length > 0) {
        excuse(response, this.#parts.envelope, excuseFor(answer, breaches));
        return;
      }
      this.#release(incoming, answer, response);
    }
    endLike(answer, response);
  }

  #release(incoming: IncomingMessage, answer: IncomingMessage, response: ServerResponse): void {
    writeHead(incoming, answer, response);
    for (const chunk of this.#chunks ?? []) response.write(chunk);
    this.#chunks = null;
  }

  #isBreach(finding: ReportFinding): boolean {
    const { failOn, known } = this.#parts.enforced;
    return finding.direction === "response" && isFailing(finding, failOn) && !known.has(finding.fingerprint);
  }
}

function isEndless({ headers }: IncomingMessage): boolean {
  return /^\s*text\/event-stream\b/i.test(headers["content-type"] ?? "");
}

function excuseFor({ statusCode }: IncomingMessage, breaches: readonly ReportFinding[]) {
  const [first] = breaches;
  return {
    status: 502,
    message: `The answer of the API breaks its contract, so it is not passed on. ${first?.message}`,
    details: breaches.map(detailOf),
    proxyStatus: `received-status=${statusCode}; details="breaks the contract"`,
  };
}

/** What the contract's own details can say: a place in the body or in the head. */
function detailOf({ at, message }: ReportFinding): ExcuseDetail {
  const location = at.in === "body" ? "body" : "header";
  return { location, field: at.name ?? (at.pointer || null), message };
}
