import type { ClientRequest, IncomingMessage, ServerResponse } from "node:http";
import type { TLSSocket } from "node:tls";
import type { ResponseForwarder } from "./forward-response.js";
import { forwardInformational } from "./informational-response.js";
import type { Outcome, Tap } from "./tap.js";
import { endWithTrailers } from "./trailers.js";
import { toUpstreamError, type UpstreamError } from "./upstream-error.js";
import { hasBody, sendUpstream, type UpstreamTarget } from "./upstream-request.js";

/** How one request is answered. */
export interface ForwardSettings extends UpstreamTarget {
  readonly tap: Tap;
  /** Hands the answer on. */
  readonly forwardResponse: ResponseForwarder;
  /** Answers in place of an upstream that cannot. */
  readonly onUpstreamError: (response: ServerResponse, trouble: UpstreamError) => void;
}

/** How long a connection to an upstream may take to be made, in milliseconds. */
const CONNECT_TIMEOUT_MS = 10_000;

/** One request on its way to the upstream, and the answer on its way back. */
export class ForwardedRequest {
  readonly #incoming: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #settings: ForwardSettings;
  readonly #hasBody: boolean;
  #outgoing: ClientRequest;
  #answer: IncomingMessage | null = null;
  #isConnected = false;
  #wasTriedAgain = false;
  #isOver = false;

  constructor(incoming: IncomingMessage, response: ServerResponse, settings: ForwardSettings) {
    this.#incoming = incoming;
    this.#response = response;
    this.#settings = settings;
    this.#hasBody = hasBody(incoming.rawHeaders);
    this.#outgoing = this.#send();
    response.on("close", () => this.#callerLeft(response.writableFinished));
    incoming.on("close", () => this.#callerLeft(incoming.complete));
    incoming.on("error", () => this.#callerLeft(false));
    if (this.#hasBody) this.#passBody(settings.tap);
    else this.#outgoing.end();
  }

  #send(): ClientRequest {
    const outgoing = sendUpstream(this.#incoming, this.#settings);
    outgoing.on("socket", (socket) => this.#watchConnecting(socket as TLSSocket));
    outgoing.on("information", (information) =>
      forwardInformational(this.#incoming, this.#response, information),
    );
    outgoing.on("response", (answer) => this.#passAnswer(answer));
    outgoing.on("error", (error) => this.#fail(error));
    outgoing.on("close", () => this.#incoming.resume());
    return outgoing;
  }

  #passBody(witness: Tap): void {
    this.#incoming.on("data", (chunk: Uint8Array) => witness.requestChunk(chunk));
    this.#incoming.pipe(this.#outgoing, { end: false });
    this.#incoming.on("end", () => endWithTrailers(this.#incoming, this.#outgoing));
    // With the first bytes where they are there already, else at once without them.
    setImmediate(() => this.#outgoing.flushHeaders());
  }

  #watchConnecting(socket: TLSSocket): void {
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

  #passAnswer(answer: IncomingMessage): void {
    this.#answer = answer;
    const { tap: witness, forwardResponse: answering } = this.#settings;
    witness.response(answer.statusCode as number, answer.rawHeaders);
    answer.on("data", (chunk: Uint8Array) => witness.responseChunk(chunk));
    answer.on("end", () => this.#end({ kind: "answered", isSent: this.#incoming.complete }));
    answer.on("error", (error) => this.#fail(error));
    try {
      answering(this.#incoming, answer, this.#response);
    } catch (error) {
      // A head that Node will not write
      this.#outgoing.destroy(Object.assign(error as Error, { code: "HPE_HEAD" }));
    }
  }

  /** The upstream broke off, never answered, or cannot be reached. */
  #fail(error: NodeJS.ErrnoException): void {
    if (this.#isOver) return;
    if (this.#mayTryAgain()) {
      this.#wasTriedAgain = true;
      this.#outgoing = this.#send();
      this.#outgoing.end();
      return;
    }
    this.#end({ kind: "broken" });
    const trouble = toUpstreamError(error, this.#isConnected);
    if (this.#answer !== null || trouble.kind === "reset" || trouble.kind === "closed")
      abortResponse(this.#response, trouble);
    else this.#settings.onUpstreamError(this.#response, trouble);
  }

  /** A kept connection can have been closed just now; what changes nothing is sent again once (RFC 9110, 9.2.2). */
  #mayTryAgain(): boolean {
    const isHarmless = /^(?:GET|HEAD|OPTIONS|TRACE)$/.test(this.#incoming.method ?? "");
    const isUntouched = this.#answer === null && !this.#wasTriedAgain && !this.#hasBody;
    return this.#outgoing.reusedSocket && isHarmless && isUntouched;
  }

  #callerLeft(isDone: boolean): void {
    if (isDone) return;
    this.#end({ kind: "broken" });
    this.#outgoing.destroy();
  }

  #end(outcome: Outcome): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#settings.tap.end(outcome);
  }
}

/** The caller sees what the upstream did: a reset, or an end before the end. */
function abortResponse(response: ServerResponse, { kind }: UpstreamError): void {
  if (kind === "reset") response.socket?.resetAndDestroy();
  else if (response.socket) response.socket.destroySoon();
}
