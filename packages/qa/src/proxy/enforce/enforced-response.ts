import type { IncomingMessage } from "node:http";
import type { ReportFinding } from "../../report/report.js";
import { isFailing, type Thresholds } from "../../report/thresholds.js";
import { MAX_CAPTURED_BYTES } from "../capture/body-capture.js";
import type { CapturedExchange } from "../capture/captured-exchange.js";
import type { ProxyChecker } from "../check/proxy-checker.js";
import {
  forwardResponse,
  type ResponseForwarder,
  type ResponsePath,
  writeResponseHead,
} from "../forward/forward-response.js";
import { endWithTrailers } from "../forward/trailers.js";
import type { WriteErrorBody } from "../respond/error-body.js";
import { violationError } from "../respond/proxy-errors.js";
import { sendErrorResponse } from "../respond/send-error-response.js";

export interface EnforceContext {
  readonly checker: ProxyChecker;
  readonly writeErrorBody: WriteErrorBody;
  readonly enforced: Pick<Thresholds, "failOn" | "baseline">;
}

/**
 * Holds a response until it is checked, and forwards it if it follows the contract. Longer responses than those that
 * are captured, and event streams, are forwarded as they arrive.
 */
export class EnforcedResponse {
  readonly #context: EnforceContext;
  /** null: not held, or not any more. */
  #chunks: Uint8Array[] | null = null;
  #size = 0;
  #findings: Promise<readonly ReportFinding[]> = Promise.resolve([]);

  constructor(context: EnforceContext) {
    this.#context = context;
  }

  readonly forwardResponse: ResponseForwarder = (path) => {
    const { upstreamResponse } = path;
    if (isEventStream(upstreamResponse)) {
      forwardResponse(path);
      return;
    }
    this.#chunks = [];
    upstreamResponse.on("data", (chunk: Uint8Array) => this.#hold(chunk, path));
    upstreamResponse.on("end", () => void this.#finish(path));
  };

  /** Called when the response is complete, before its `end` event reaches `forwardResponse`. */
  onCaptured(exchange: CapturedExchange): void {
    const { checker } = this.#context;
    if (this.#chunks === null) checker.add(exchange);
    else this.#findings = checker.check(exchange);
  }

  #hold(chunk: Uint8Array, path: ResponsePath): void {
    if (this.#chunks === null) return;
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size <= MAX_CAPTURED_BYTES) return;
    this.#release(path);
    path.upstreamResponse.pipe(path.response, { end: false });
  }

  async #finish(path: ResponsePath): Promise<void> {
    const { upstreamResponse, response } = path;
    if (this.#chunks !== null) {
      const findings = await this.#findings.catch(() => []);
      const violations = findings.filter((finding) => this.#isViolation(finding));
      if (violations.length > 0) {
        sendErrorResponse(
          response,
          this.#context.writeErrorBody,
          violationError(upstreamResponse.statusCode, violations),
        );
        return;
      }
      this.#release(path);
    }
    endWithTrailers(upstreamResponse, response);
  }

  #release(path: ResponsePath): void {
    writeResponseHead(path);
    for (const chunk of this.#chunks ?? []) path.response.write(chunk);
    this.#chunks = null;
  }

  #isViolation(finding: ReportFinding): boolean {
    const { failOn, baseline } = this.#context.enforced;
    if (baseline?.known.has(finding.fingerprint)) return false;
    return finding.direction === "response" && isFailing(finding, failOn);
  }
}

function isEventStream({ headers }: IncomingMessage): boolean {
  return /^\s*text\/event-stream\b/i.test(headers["content-type"] ?? "");
}
