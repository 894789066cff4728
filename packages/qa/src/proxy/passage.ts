import type { ClientRequest, IncomingMessage, ServerResponse } from "node:http";
import type { TLSSocket } from "node:tls";
import type { Answering } from "./answer.js";
import { passInformation } from "./information.js";
import { hasBody, type Sending, sendOn } from "./outgoing.js";
import { endLike } from "./trailers.js";
import { readTrouble, type Trouble } from "./trouble.js";
import type { Outcome, Witness } from "./witness.js";

/** How one request is answered. */
export interface PassageSettings extends Sending {
  readonly witness: Witness;
  /** Hands the answer on. */
  readonly answering: Answering;
  /** Answers in place of an upstream that cannot. */
  readonly excuse: (response: ServerResponse, trouble: Trouble) => void;
}

/** How long a connection to an upstream may take to be made, in milliseconds. */
const connectTime = 10_000;

/** One request on its way to the upstream, and the answer on its way back. */
export class Passage {
  readonly #incoming: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #settings: PassageSettings;
  readonly #hasBody: boolean;
  #outgoing: ClientRequest;
  #answer: IncomingMessage | null = null;
  #isConnected = false;
  #wasTriedAgain = false;
  #isOver = false;

  constructor(incoming: IncomingMessage, response: ServerResponse, settings: PassageSettings) {
    this.#incoming = incoming;
    this.#response = response;
    this.#settings = settings;
    this.#hasBody = hasBody(incoming.rawHeaders);
    this.#outgoing = this.#send();
    response.on("close", () => this.#callerLeft(response.writableFinished));
    incoming.on("close", () => this.#callerLeft(incoming.complete));
    incoming.on("error", () => this.#callerLeft(false));
    if (this.#hasBody) this.#passBody(settings.witness);
    else this.#outgoing.end();
  }

  #send(): ClientRequest {
    const outgoing = sendOn(this.#incoming, this.#settings);
    outgoing.on("socket", (socket) => this.#watchConnecting(socket as TLSSocket));
    outgoing.on("information", (information) => passInformation(this.#incoming, this.#response, information));
    outgoing.on("response", (answer) => this.#passAnswer(answer));
    outgoing.on("error", (error) => this.#fail(error));
    outgoing.on("close", () => this.#incoming.resume());
    return outgoing;
  }

  #passBody(witness: Witness): void {
    this.#incoming.on("data", (chunk: Uint8Array) => witness.requestChunk(chunk));
    this.#incoming.pipe(this.#outgoing, { end: false });
    this.#incoming.on("end", () => endLike(this.#incoming, this.#outgoing));
    // With the first bytes where they are there already, else at once without them.
    setImmediate(() => this.#outgoing.flushHeaders());
  }

  #watchConnecting(socket: TLSSocket): void {
    if (!socket.connecting) {
      this.#isConnected = true;
      return;
    }
    const giveUp = () => socket.destroy(Object.assign(new Error("no connection"), { code: "ETIMEDOUT" }));
    const timer = setTimeout(giveUp, connectTime);
    socket.once("close", () => clearTimeout(timer));
    socket.once(this.#settings.upstream.isSecure ? "secureConnect" : "connect", () => {
      clearTimeout(timer);
      this.#isConnected = true;
    });
  }

  #passAnswer(answer: IncomingMessage): void {
    this.#answer = answer;
    const { witness, answering } = this.#settings;
    witness.answer(answer.statusCode as number, answer.rawHeaders);
    answer.on("data", (chunk: Uint8Array) => witness.answerChunk(chunk));
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
    const trouble = readTrouble(error, this.#isConnected);
    if (this.#answer !== null || trouble.kind === "reset" || trouble.kind === "closed")
      breakOff(this.#response, trouble);
    else this.#settings.excuse(this.#response, trouble);
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
    this.#settings.witness.end(outcome);
  }
}

/** The caller sees what the upstream did: a reset, or an end before the end. */
function breakOff(response: ServerResponse, { kind }: Trouble): void {
  if (kind === "reset") response.socket?.resetAndDestroy();
  else if (response.socket) response.socket.destroySoon();
}
