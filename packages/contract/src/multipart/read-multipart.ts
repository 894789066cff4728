import { concat } from "../body/collect.js";
import { forEachChunk } from "../body/for-each-chunk.js";
import { type Body, bytesOf, type HeaderPair, isInMemory } from "../exchange.js";
import type { MultipartProblem } from "../findings/finding.js";
import { andThen, type MaybePromise } from "../maybe-promise.js";
import { MultipartParser, type PartSink } from "./multipart-parser.js";
import { readPartHeaders } from "./part-headers.js";

/** One part of a multipart body. Only the content of fields is kept, that of files is not. */
export interface Part {
  /** Position in the body, counted from 1. */
  readonly number: number;
  readonly name: string | null;
  readonly filename: string | null;
  /** `Content-Type` as sent; null when the part has none. */
  readonly contentType: string | null;
  readonly headers: readonly HeaderPair[];
  /** Bytes. */
  readonly size: number;
  /** First bytes, at most 64: enough to detect the type of a file. */
  readonly head: Uint8Array;
  /** Whether it holds text that a schema declares. */
  readonly isDeclared: boolean;
  /** All bytes of a field; null for files, and for fields over the limit. */
  readonly content: Uint8Array | null;
}

export interface MultipartReading {
  readonly parts: readonly Part[];
  /** Number of parts of the body; more than `parts` has when there are too many. */
  readonly count: number;
  readonly problems: readonly { readonly problem: MultipartProblem; readonly part: number | null }[];
  /** Bytes of the whole body. */
  readonly size: number;
  /** The stream of the body failed before its end. */
  readonly isAborted: boolean;
}

const HEAD_LENGTH = 64;

/** Largest content kept of one part that nothing declares, and of all of them together, in bytes. */
const MAX_UNDECLARED_BYTES = 1024 * 1024;
const MAX_ALL_UNDECLARED_BYTES = 8 * 1024 * 1024;

/** What is known about a part when its first bytes arrive. */
type PartHead = Pick<Part, "number" | "name" | "filename" | "contentType">;

/**
 * Receives the bytes of each part as they arrive, so that a file can be stored without keeping it in memory. The bytes
 * are valid during the call only.
 *
 * @example
 * import type { OnPartData } from "@ittybit/contract";
 *
 * const sizes = new Map<string | null, number>();
 * export const countBytes: OnPartData = ({ name }, { length }) => {
 *   sizes.set(name, (sizes.get(name) ?? 0) + length);
 * };
 */
export type OnPartData = (part: PartHead, bytes: Uint8Array) => void;

/** How to read the parts of a body. */
export interface MultipartOptions {
  readonly maxParts: number;
  /** Largest content of all declared fields together, in bytes. */
  readonly maxFieldBytes: number;
  /** Whether parts of this name hold text that a schema declares, whatever their file name. */
  readonly isField: (name: string) => boolean;
  readonly onPartData?: OnPartData;
}

/** Reads a multipart body to its end, keeping no more than the fields in memory. */
export function readMultipart(
  body: Exclude<Body, null | undefined>,
  boundary: string,
  options: MultipartOptions,
): MaybePromise<MultipartReading> {
  const collector = new PartCollector(options);
  const parser = new MultipartParser(boundary, collector);
  const isRead = isInMemory(body) ? writeBytes(parser, bytesOf(body)) : writeStream(parser, body);
  return andThen(isRead, ({ size, isAborted }) => {
    parser.finish();
    const { parts, count, problems } = collector;
    return { parts, count, problems, size, isAborted };
  });
}

type Written = Pick<MultipartReading, "size" | "isAborted">;

function writeBytes(parser: MultipartParser, bytes: Uint8Array): Written {
  parser.write(bytes);
  return { size: bytes.length, isAborted: false };
}

async function writeStream(parser: MultipartParser, body: AsyncIterable<Uint8Array>): Promise<Written> {
  let size = 0;
  try {
    await forEachChunk(body, (chunk) => {
      size += chunk.length;
      parser.write(chunk);
    });
  } catch {
    return { size, isAborted: true };
  }
  return { size, isAborted: false };
}

interface Draft extends Omit<Part, "content"> {
  size: number;
  head: Uint8Array;
  chunks: Uint8Array[] | null;
}

class PartCollector implements PartSink {
  readonly parts: Part[] = [];
  readonly problems: { problem: MultipartProblem; part: number | null }[] = [];
  count = 0;
  readonly #options: MultipartOptions;
  #draft: Draft | null = null;
  readonly #kept = { field: 0, undeclared: 0 };

  constructor(options: MultipartOptions) {
    this.#options = options;
  }

  begin(block: string): void {
    this.count++;
    const { maxParts, isField } = this.#options;
    if (this.count > maxParts) {
      if (this.count === maxParts + 1) this.problem("too-many-parts", null);
      this.#draft = null;
      return;
    }
    const { pairs, name, filename, contentType, isReadable } = readPartHeaders(block);
    if (!isReadable) this.problem("bad-header", this.count);
    if (name === null) this.problem("no-name", this.count);
    const isDeclared = name !== null && isField(name);
    const chunks = isDeclared || filename === null ? [] : null;
    const head = NO_BYTES;
    const part = { number: this.count, name, filename, contentType, headers: pairs };
    this.#draft = { ...part, size: 0, head, chunks, isDeclared };
  }

  data(bytes: Uint8Array): void {
    const draft = this.#draft;
    if (draft === null) return;
    this.#options.onPartData?.(draft, bytes);
    if (draft.size < HEAD_LENGTH) draft.head = extend(draft.head, bytes);
    draft.size += bytes.length;
    if (draft.chunks === null) return;
    if (this.#isOverLimit(draft, bytes.length)) draft.chunks = null;
    else draft.chunks.push(new Uint8Array(bytes));
  }

  #isOverLimit({ isDeclared, size }: Draft, added: number): boolean {
    if (isDeclared) {
      this.#kept.field += added;
      return this.#kept.field > this.#options.maxFieldBytes;
    }
    this.#kept.undeclared += added;
    return size > MAX_UNDECLARED_BYTES || this.#kept.undeclared > MAX_ALL_UNDECLARED_BYTES;
  }

  end(): void {
    if (this.#draft === null) return;
    const { chunks, ...part } = this.#draft;
    this.parts.push({ ...part, content: chunks && joined(chunks) });
    this.#draft = null;
  }

  problem(problem: MultipartProblem, part: number | null): void {
    this.problems.push({ problem, part });
  }
}

const NO_BYTES = new Uint8Array(0);

function extend(head: Uint8Array, bytes: Uint8Array): Uint8Array {
  // a copy even of the first bytes: slice() of a Buffer is a view that keeps the whole chunk in memory
  return concat([head, bytes.subarray(0, HEAD_LENGTH - head.length)]);
}

/** Most fields are in one chunk. */
function joined(chunks: readonly Uint8Array[]): Uint8Array {
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : concat(chunks);
}
