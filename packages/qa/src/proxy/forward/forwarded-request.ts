import type { ClientRequest, IncomingMessage, ServerResponse } from "node:http";
import type { TLSSocket } from "node:tls";
import { isBodiless, type ResponseForwarder } from "./forward-response.js";
import { forwardInformational } from "./informational-response.js";
import { writeHeadNow } from "./latin1-head.js";
import { isSafe } from "./pipelining.js";
import type { Outcome, Tap } from "./tap.js";
import { endWithTrailers } from "./trailers.js";
import {
  excessBytes,
  isParserError,
  toUpstreamError,
  type UpstreamError,
  unrequestedUpgrade,
} from "./upstream-error.js";
import { expectResponse } from "./upstream-input.js";
import { CONNECT_TIMEOUT_MS, hasBody, sendUpstream, type UpstreamTarget } from "./upstream-request.js";

/** How one request is forwarded. */
export interface ForwardSettings extends UpstreamTarget {
  readonly tap: Tap;
  readonly forwardResponse: ResponseForwarder;
  /** Responds in place of an upstream that did not. */
  readonly onUpstreamError: (response: ServerResponse, error: UpstreamError) => void;
  /** The upstream did what no check of a response shows. A clause without its subject and without a full stop. */
  readonly onNotice: (deed: string) => void;
}

/** Forwards one request to the upstream, and its response to the caller. */
export class ForwardedRequest {
  readonly #incoming: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #settings: ForwardSettings;
  readonly #hasBody: boolean;
  #outgoing: ClientRequest;
  #upstreamResponse: IncomingMessage | null = null;
  #isConnected = false;
  #wasRetried = false;
  #isOver = false;

  constructor(incoming: IncomingMessage, response: ServerResponse, settings: ForwardSettings) {
    this.#incoming = incoming;
    this.#response = response;
    this.#settings = settings;
    this.#hasBody = hasBody(incoming.rawHeaders);
    this.#outgoing = this.#send();
    response.on("close", () => this.#onCallerClosed(response.writableFinished));
    incoming.on("close", () => this.#onCallerClosed(incoming.complete));
    incoming.on("error", () => this.#onCallerClosed(false));
    if (this.#hasBody) this.#forwardBody(settings.tap);
    else this.#outgoing.end();
  }

  #send(): ClientRequest {
    const outgoing = sendUpstream(this.#incoming, this.#settings);
    outgoing.on("socket", (socket) => this.#limitConnecting(socket as TLSSocket));
    outgoing.on("information", (information) =>
      forwardInformational(this.#incoming, this.#response, information, this.#settings.endToEnd),
    );
    outgoing.on("response", (upstreamResponse) => this.#forwardResponse(upstreamResponse));
    outgoing.on("upgrade", (_, socket) => {
      socket.destroy();
      this.#fail(unrequestedUpgrade());
    });
    outgoing.on("error", (error) => this.#fail(error));
    outgoing.on("close", () => this.#incoming.resume());
    return outgoing;
  }

  #forwardBody(tap: Tap): void {
    this.#incoming.on("data", (chunk: Uint8Array) => tap.requestChunk(chunk));
    this.#incoming.pipe(this.#outgoing, { end: false });
    this.#incoming.on("end", () => endWithTrailers(this.#incoming, this.#outgoing));
    writeHeadNow(this.#outgoing);
  }

  #limitConnecting(socket: TLSSocket): void {
    expectResponse(socket, () => this.#settings.onNotice("sent the same Content-Length more than once"));
    if (!socket.connecting) {
      this.#isConnected = true;
      return;
    }
    const giveUp = () => socket.destroy(Object.assign(new Error("no connection"), { code: "ETIMEDOUT" }));
    const timer = setTimeout(giveUp, CONNECT_TIMEOUT_MS);
    socket.once("close", () => clearTimeout(timer));
    socket.once(this.#settings.upstream.isSecure ? "secureConnect" : "connect", () => {
      clearTimeout(timer);
      this.#isConnected = true;
    });
  }

  #forwardResponse(upstreamResponse: IncomingMessage): void {
    if (upstreamResponse.statusCode === 101) {
      this.#outgoing.destroy(unrequestedUpgrade());
      return;
    }
    this.#upstreamResponse = upstreamResponse;
    const { tap, forwardResponse, endToEnd } = this.#settings;
    tap.response(upstreamResponse.statusCode as number, upstreamResponse.rawHeaders);
    upstreamResponse.on("data", (chunk: Uint8Array) => tap.responseChunk(chunk));
    upstreamResponse.on("end", () =>
      this.#end({ kind: "complete", isRequestComplete: this.#incoming.complete }),
    );
    upstreamResponse.on("error", (error) => this.#fail(error));
    try {
      forwardResponse({ incoming: this.#incoming, upstreamResponse, response: this.#response, endToEnd });
    } catch (error) {
      // Node refuses to write this head.
      this.#outgoing.destroy(Object.assign(error as Error, { code: "HPE_HEAD" }));
    }
  }

  /** Handles an upstream that cannot be reached, did not respond, or broke off. */
  #fail(error: NodeJS.ErrnoException): void {
    if (this.#isOver || this.#keepsComplete(error)) return;
    const upstreamError = toUpstreamError(error, this.#isConnected);
    const { kind } = upstreamError;
    if ((kind === "reset" || kind === "closed") && this.#mayRetry()) {
      this.#wasRetried = true;
      this.#outgoing = this.#send();
      this.#outgoing.end();
      return;
    }
    this.#end({ kind: "aborted" });
    if (this.#upstreamResponse !== null || kind === "reset" || kind === "closed")
      abortResponse(this.#response, upstreamError);
    else this.#settings.onUpstreamError(this.#response, upstreamError);
  }

  /** A response that is complete stays so, whatever bytes come after it. Those of a body that must not be are captured. */
  #keepsComplete(error: NodeJS.ErrnoException): boolean {
    if (!this.#upstreamResponse?.complete || !isParserError(error)) return false;
    const excess = excessBytes(error);
    if (excess !== null && isBodiless(this.#incoming, this.#upstreamResponse))
      this.#settings.tap.responseChunk(excess);
    this.#settings.onNotice("sent bytes after the end of a response");
    return true;
  }

  /** A kept connection may have been closed meanwhile: a safe request is sent again, once (RFC 9110, 9.2.2). */
  #mayRetry(): boolean {
    const isUntouched = this.#upstreamResponse === null && !this.#wasRetried && !this.#hasBody;
    return this.#outgoing.reusedSocket && isSafe(this.#incoming.method ?? "") && isUntouched;
  }

  #onCallerClosed(isDone: boolean): void {
    if (isDone) return;
    this.#end({ kind: "aborted" });
    this.#outgoing.destroy();
  }

  #end(outcome: Outcome): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#settings.tap.end(outcome);
  }
}

/** Ends the caller's connection the way the upstream ended its own: by a reset, or before the end of the response. */
function abortResponse(response: ServerResponse, { kind }: UpstreamError): void {
  if (kind === "reset") response.socket?.resetAndDestroy();
  else if (response.socket) response.socket.destroySoon();
}
