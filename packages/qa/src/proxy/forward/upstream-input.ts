import type { Socket } from "node:net";
import { MAX_HEAD_BYTES } from "../raw-headers.js";

/**
 * Prepares a connection for the next response. Merges identical values of Content-Length in its head (RFC 9112, 6.3):
 * Node's parser rejects them, and with them a response that other clients accept.
 *
 * @param onMerged called for each head with repeated values
 */
export function expectResponse(socket: Socket, onMerged: () => void): void {
  inputOf(socket).expectResponse(onMerged);
}

/** Closes a connection if bytes arrive while no request waits: they would be read as the response to the next one. */
export function expectNothing(socket: Socket): void {
  inputOf(socket).expectNothing();
}

const inputs = new WeakMap<Socket, UpstreamInput>();

function inputOf(socket: Socket): UpstreamInput {
  const known = inputs.get(socket);
  if (known) return known;
  const input = new UpstreamInput(socket);
  inputs.set(socket, input);
  return input;
}

const NOTHING: Buffer = Buffer.alloc(0);

/** Sees the bytes of an upstream before Node's parser does. */
class UpstreamInput {
  readonly #socket: Socket;
  #state: "idle" | "head" | "body" = "body";
  /** Bytes of a head that is not complete. */
  #head: Buffer = NOTHING;
  #onMerged: () => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    const push = socket.push.bind(socket);
    socket.push = (chunk, encoding) => {
      if (this.#state === "head") return this.#pushHead(chunk, push);
      if (this.#state === "idle" && chunk !== null) this.#socket.destroy();
      return push(chunk, encoding);
    };
  }

  expectResponse(onMerged: () => void): void {
    this.#state = "head";
    this.#head = NOTHING;
    this.#onMerged = onMerged;
  }

  expectNothing(): void {
    this.#state = "idle";
  }

  #pushHead(chunk: Buffer | null, push: Socket["push"]): boolean {
    if (chunk === null) {
      if (this.#head.length > 0) push(this.#head);
      return push(null);
    }
    const bytes = this.#read(this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk]));
    return bytes.length === 0 || push(bytes);
  }

  /** Returns the bytes that can go on. Holds those of a head until it is complete. */
  #read(bytes: Buffer): Buffer {
    const end = bytes.indexOf("\r\n\r\n");
    if (end === -1 && bytes.length <= MAX_HEAD_BYTES && mayBecomeHead(bytes)) {
      this.#head = bytes;
      return NOTHING;
    }
    this.#state = "body";
    this.#head = NOTHING;
    if (end === -1) return bytes;
    const text = bytes.toString("latin1", 0, end + 4);
    const isFinal = !/^HTTP\/1\.\d 1(?!01)/.test(text);
    if (isFinal && !mayRepeatLength(text)) return bytes;
    const merged = mergeLengths(text);
    if (merged !== text) this.#onMerged();
    return Buffer.concat([Buffer.from(merged, "latin1"), this.#readRest(bytes.subarray(end + 4), isFinal)]);
  }

  /** Another head follows that of an informational response. */
  #readRest(rest: Buffer, isFinal: boolean): Buffer {
    if (isFinal) return rest;
    this.#state = "head";
    return rest.length === 0 ? rest : this.#read(rest);
  }
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Whether these bytes can be the start of a head. Others go to the parser at once: no end of the head would come. */
function mayBecomeHead(bytes: Buffer): boolean {
  if (!"HTTP/".startsWith(bytes.toString("latin1", 0, 5))) return false;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1))
    if (bytes[at - 1] !== CARRIAGE_RETURN) return false;
  return true;
}

/** A quick look that finds every repetition, and more: every response passes here. */
function mayRepeatLength(head: string): boolean {
  const text = head.toLowerCase();
  const at = text.indexOf("\r\ncontent-length:");
  if (at === -1) return false;
  const end = text.indexOf("\r\n", at + 2);
  return text.indexOf("\r\ncontent-length:", end) !== -1 || text.slice(at, end).includes(",");
}

function mergeLengths(head: string): string {
  const fields = [...head.matchAll(/^content-length:[ \t]*([^\r\n]*?)[ \t]*\r\n/gim)];
  const values = fields.flatMap(([, value = ""]) => value.split(/[ \t]*,[ \t]*/));
  const [first] = values;
  if (values.length < 2 || !/^\d+$/.test(first ?? "") || values.some((value) => value !== first)) return head;
  let count = 0;
  return head.replaceAll(/^(content-length):[^\r\n]*\r\n/gim, (_, name) =>
    count++ === 0 ? `${name}: ${first}\r\n` : "",
  );
}
