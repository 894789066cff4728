import { concat } from "../body/collect.js";
import type { MultipartProblem } from "../findings/finding.js";
import { heldLength, indexOf } from "./bytes.js";

/** Receives what the parser finds, in the order of the bytes. */
export interface PartSink {
  /** A part begins. `block` holds its raw header lines, without the last line end. */
  begin(block: string): void;
  /** Content of the current part; the bytes are only valid during the call. */
  data(bytes: Uint8Array): void;
  end(): void;
  /** `part` counts from 1; null: not about one part. */
  problem(problem: MultipartProblem, part: number | null): void;
}

/** Largest header block of one part, in bytes. */
const MAX_HEADER_BYTES = 16 * 1024;

/** Longest padding that may follow a boundary (RFC 2046 sets no limit). */
const MAX_PADDING = 200;

const CR = 13;
const LF = 10;
const DASH = 45;
const lineEnd = new Uint8Array([CR, LF]);
const blankLine = new Uint8Array([CR, LF, CR, LF]);
const noBytes = new Uint8Array(0);
const encoder = new TextEncoder();
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

type State = "preamble" | "delimiter" | "headers" | "content" | "epilogue";

/**
 * Reads a multipart body (RFC 2046, 5.1.1; RFC 7578) from chunks of any size, byte for byte. Buffers at most
 * one delimiter or one header block, whatever the size of the body.
 */
export class MultipartParser {
  readonly #delimiter: Uint8Array;
  readonly #sink: PartSink;
  #state: State = "preamble";
  // the first boundary may be at the very start, without the line end that belongs to the delimiter
  #held: Uint8Array = lineEnd;
  #parts = 0;
  #isOpen = false;
  /** Bytes of the line end after the headers. They are skipped, unless a delimiter follows at once. */
  #skip = 0;

  constructor(boundary: string, sink: PartSink) {
    this.#delimiter = encoder.encode(`\r\n--${boundary}`);
    this.#sink = sink;
  }

  write(chunk: Uint8Array): void {
    if (chunk.length === 0 || this.#state === "epilogue") return;
    const held = this.#held;
    this.#held = noBytes;
    let rest: Uint8Array | null = held.length === 0 ? chunk : concat([held, chunk]);
    while (rest !== null) rest = this.#step(rest);
  }

  /** Ends the body. Reports what is missing. */
  finish(): void {
    if (this.#state === "epilogue") return;
    if (this.#state === "content") this.#content(this.#held);
    this.#close();
    const started = this.#parts > 0 || this.#state !== "preamble";
    this.#sink.problem(started ? "no-end" : "not-multipart", started ? this.#parts : null);
  }

  /** Consumes bytes. Returns the unread rest, or null when more bytes are needed. */
  #step(bytes: Uint8Array): Uint8Array | null {
    switch (this.#state) {
      case "preamble":
      case "content":
        return this.#toDelimiter(bytes);
      case "delimiter":
        return this.#afterDelimiter(bytes);
      case "headers":
        return this.#headers(bytes);
      case "epilogue":
        return null;
      default:
        return this.#state satisfies never;
    }
  }

  #toDelimiter(bytes: Uint8Array): Uint8Array | null {
    const at = indexOf(bytes, this.#delimiter);
    if (at >= 0) {
      this.#content(bytes.subarray(0, at));
      this.#state = "delimiter";
      return bytes.subarray(at + this.#delimiter.length);
    }
    const keep = heldLength(bytes, this.#delimiter);
    this.#content(bytes.subarray(0, bytes.length - keep));
    return this.#hold(bytes.subarray(bytes.length - keep));
  }

  /** `--` ends the body; padding and a line end begin a part; anything else means that the delimiter was content. */
  #afterDelimiter(bytes: Uint8Array): Uint8Array | null {
    if (bytes.length < 2) return this.#hold(bytes);
    if (bytes[0] === DASH && bytes[1] === DASH) return this.#finishBody();
    let end = 0;
    while (bytes[end] === 32 || bytes[end] === 9) end++;
    if (end + 2 > bytes.length && end < MAX_PADDING) return this.#hold(bytes);
    if (bytes[end] === CR && bytes[end + 1] === LF) {
      this.#close();
      this.#state = "headers";
      return bytes.subarray(end);
    }
    this.#state = this.#isOpen ? "content" : "preamble";
    this.#content(this.#delimiter);
    return bytes;
  }

  #finishBody(): null {
    this.#close();
    if (this.#parts === 0) this.#sink.problem("no-parts", null);
    this.#state = "epilogue";
    return null;
  }

  #headers(bytes: Uint8Array): Uint8Array | null {
    // headers end before the next delimiter: to search beyond it for each part would take time in the square
    const next = indexOf(bytes, this.#delimiter);
    const end = indexOf(next < 0 ? bytes : bytes.subarray(0, next + lineEnd.length), blankLine);
    if (end < 0 && next < 0 && bytes.length <= MAX_HEADER_BYTES) return this.#hold(bytes);
    this.#parts++;
    this.#isOpen = true;
    this.#state = "content";
    if (end < 0 && next >= 0 && next <= MAX_HEADER_BYTES) {
      this.#sink.problem("bad-header", this.#parts);
      this.#sink.begin("");
      return bytes.subarray(next);
    }
    if (end < 0 || end > MAX_HEADER_BYTES) {
      this.#sink.problem("headers-too-large", this.#parts);
      this.#sink.begin("");
      return bytes;
    }
    this.#sink.begin(utf8.decode(bytes.subarray(2, Math.max(2, end))));
    this.#skip = 2;
    return bytes.subarray(end + 2);
  }

  #content(bytes: Uint8Array): void {
    const skipped = Math.min(this.#skip, bytes.length);
    this.#skip -= skipped;
    if (this.#isOpen && bytes.length > skipped)
      this.#sink.data(skipped === 0 ? bytes : bytes.subarray(skipped));
  }

  #close(): void {
    if (this.#isOpen) this.#sink.end();
    this.#isOpen = false;
    this.#skip = 0;
  }

  #hold(bytes: Uint8Array): null {
    // a copy: slice() of a Buffer is a view that keeps the whole chunk in memory
    this.#held = new Uint8Array(bytes);
    return null;
  }
}
