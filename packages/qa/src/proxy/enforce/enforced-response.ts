import type { IncomingMessage, ServerResponse } from "node:http";
import type { ReportFinding } from "../../report/report.js";
import { isFailing, type Thresholds } from "../../report/thresholds.js";
import { MAX_CAPTURED_BYTES } from "../capture/body-capture.js";
import type { CapturedExchange } from "../capture/captured-exchange.js";
import type { ProxyChecker } from "../check/proxy-checker.js";
import { forwardResponse, type ResponseForwarder, writeResponseHead } from "../forward/forward-response.js";
import { endWithTrailers } from "../forward/trailers.js";
import { sendErrorResponse } from "../respond/error-response.js";
import type { FailureEnvelope, ProxyErrorDetail } from "../respond/failure-envelope.js";

interface EnforceContext {
  readonly checker: ProxyChecker;
  readonly envelope: FailureEnvelope;
  readonly enforced: Pick<Thresholds, "failOn" | "known">;
}

/**
 * An answer that is passed on once it was found to keep the contract. Held up to the size of a copy; what is longer,
 * and event streams, pass as they come.
 */
export class EnforcedResponse {
  readonly #parts: EnforceContext;
  /** null: not held, or not any more. */
  #chunks: Uint8Array[] | null = null;
  #size = 0;
  #verdict: Promise<readonly ReportFinding[]> = Promise.resolve([]);

  constructor(parts: EnforceContext) {
    this.#parts = parts;
  }

  readonly forwardResponse: ResponseForwarder = (incoming, answer, response) => {
    if (isEndless(answer)) {
      forwardResponse(incoming, answer, response);
      return;
    }
    this.#chunks = [];
    answer.on("data", (chunk: Uint8Array) => this.#hold(chunk, incoming, answer, response));
    answer.on("end", () => void this.#conclude(incoming, answer, response));
  };

  /** Told when all of the answer is there, before `answering` goes on. */
  onEnd(copied: CapturedExchange): void {
    const { checker } = this.#parts;
    if (this.#chunks === null) checker.add(copied);
    else this.#verdict = checker.check(copied);
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
    if (this.#size <= MAX_CAPTURED_BYTES) return;
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
        sendErrorResponse(response, this.#parts.envelope, violationError(answer, breaches));
        return;
      }
      this.#release(incoming, answer, response);
    }
    endWithTrailers(answer, response);
  }

  #release(incoming: IncomingMessage, answer: IncomingMessage, response: ServerResponse): void {
    writeResponseHead(incoming, answer, response);
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

function violationError({ statusCode }: IncomingMessage, breaches: readonly ReportFinding[]) {
  const [first] = breaches;
  return {
    status: 502,
    message: `The answer of the API breaks its contract, so it is not passed on. ${first?.message}`,
    details: breaches.map(detailOf),
    proxyStatus: `received-status=${statusCode}; details="breaks the contract"`,
  };
}

/** What the contract's own details can say: a place in the body or in the head. */
function detailOf({ at, message }: ReportFinding): ProxyErrorDetail {
  const location = at.in === "body" ? "body" : "header";
  return { location, field: at.name ?? (at.pointer || null), message };
}
