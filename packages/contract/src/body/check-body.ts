import type { CheckContext } from "../check/check-context.js";
import type { MediaTypeObject } from "../document/contract-model.js";
import {
  type Body,
  type BodyInMemory,
  bytesOf,
  type HeaderPair,
  headerValue,
  headerValues,
  isInMemory,
} from "../exchange.js";
import type { FindingDetail } from "../findings/finding.js";
import type { FindingCollector } from "../findings/finding-collector.js";
import { andThen, type MaybePromise } from "../maybe-promise.js";
import { bodyFormat, documentedRange, type MediaType, matchesRange, parseMediaType } from "../media-type.js";
import { checkMultipart } from "../multipart/check-multipart.js";
import type { OnPartData, Part } from "../multipart/read-multipart.js";
import { outlineOf } from "../schema/outline.js";
import { checkContent } from "./check-content.js";
import { collect } from "./collect.js";
import { contentEncodings, type Decompressed, decompress } from "./decompress.js";
import { forEachChunk } from "./for-each-chunk.js";

/** A body, and what the contract documents about it. */
export interface BodySubject {
  readonly headers: readonly HeaderPair[];
  readonly body: Body;
  readonly media: readonly MediaTypeObject[];
  /** Where the body is documented: the request body, or the response. */
  readonly contract: string;
  readonly inferred: string | null;
  readonly isRequired: boolean;
  readonly onPartData?: OnPartData;
}

/** A decoded body. `value` is undefined when the body cannot be decoded, or is only bytes. */
export interface DecodedBody {
  readonly mediaType: string | null;
  readonly value: unknown;
  /** Parts of a multipart body, in order. */
  readonly parts: readonly Part[];
  /** Bytes as sent; null when they were not counted. */
  readonly size: number | null;
}

export const noBody: DecodedBody = { mediaType: null, value: undefined, parts: [], size: null };

export const emptyBody: DecodedBody = { ...noBody, size: 0 };

/** Checks a body that the contract documents: presence, media type, readability, content. */
export function checkBody(
  context: CheckContext,
  collector: FindingCollector,
  subject: BodySubject,
): MaybePromise<DecodedBody> {
  const report = (detail: FindingDetail, contract = subject.contract) =>
    collector.add(detail, { in: "body", contract, inferred: subject.inferred });
  if (subject.body === undefined) {
    // the media type can be checked without the body
    if (headerValues(subject.headers, "content-type").length > 0) chooseMedia(collector, subject);
    report({ code: "unchecked", reason: "body-not-recorded", detail: "" });
    return noBody;
  }
  return andThen(peek(subject.body), (body) => {
    if (body !== null) return checkPresent(context, collector, subject, body);
    return checkEmpty(context, collector, subject);
  });
}

/** An empty body is the empty string of a text media type, and missing for any other. */
function checkEmpty(context: CheckContext, collector: FindingCollector, subject: BodySubject): DecodedBody {
  const { headers, media, contract, inferred, isRequired } = subject;
  const mediaType = parseMediaType(headerValue(headers, "content-type") ?? "");
  const documented = mediaType && media.find(({ type }) => matchesRange(mediaType, documentedRange(type)));
  if (mediaType && documented && bodyFormat(mediaType) === "text") {
    const content = { body: new Uint8Array(0), mediaType, media: documented, format: "text" } as const;
    return { ...emptyBody, mediaType: mediaType.text, value: checkContent(context, collector, content) };
  }
  if (isRequired) collector.add({ code: "body-missing" }, { in: "body", contract, inferred });
  return emptyBody;
}

function checkPresent(
  context: CheckContext,
  collector: FindingCollector,
  subject: BodySubject,
  body: PresentBody,
): MaybePromise<DecodedBody> {
  const chosen = chooseMedia(collector, subject);
  if (chosen === null) return andThen(drain(body), (size) => ({ ...noBody, size }));
  if (bodyFormat(chosen.mediaType) === "multipart")
    return readParts(context, collector, subject, body, chosen);
  return readWhole(context, collector, subject, body, chosen);
}

interface Chosen {
  readonly mediaType: MediaType;
  readonly media: MediaTypeObject;
}

/** Finds the documented media type that matches a `Content-Type`; reports why there is none. */
function chooseMedia(
  collector: FindingCollector,
  { headers, media, contract, inferred }: BodySubject,
): Chosen | null {
  const value = headerValue(headers, "content-type");
  const mediaType = value === undefined ? null : parseMediaType(value);
  const found = mediaType && media.find(({ type }) => matchesRange(mediaType, documentedRange(type)));
  if (mediaType && found) return { mediaType, media: found };
  const documented = media.map(({ type }) => type);
  const where = { in: "media-type", contract: `${contract}/content`, inferred } as const;
  if (value === undefined) {
    collector.add({ code: "media-type-missing", documented }, where);
    return null;
  }
  if (mediaType === null) {
    collector.add({ code: "media-type-malformed", value: value.slice(0, 80) }, { ...where, value });
    return null;
  }
  const name = `${mediaType.type}/${mediaType.subtype}`;
  collector.add({ code: "media-type-undocumented", mediaType: name, documented }, { ...where, value });
  return null;
}

function readParts(
  context: CheckContext,
  collector: FindingCollector,
  subject: BodySubject,
  body: PresentBody,
  { media, mediaType }: Chosen,
): MaybePromise<DecodedBody> {
  const encodings = contentEncodings(headerValues(subject.headers, "content-encoding"));
  const plain = encodings.length === 0 ? body : readEncoded(context, collector, subject, body, encodings);
  return andThen(plain, (parts) => {
    if (parts === null) return { ...noBody, mediaType: mediaType.text };
    const { onPartData } = subject;
    const multipart = { body: parts, mediaType, media, ...(onPartData && { onPartData }) };
    return andThen(checkMultipart(context, collector, multipart), (reading) => {
      return { ...reading, mediaType: mediaType.text };
    });
  });
}

function readWhole(
  context: CheckContext,
  collector: FindingCollector,
  subject: BodySubject,
  body: PresentBody,
  { media, mediaType }: Chosen,
): MaybePromise<DecodedBody> {
  const format = bodyFormat(mediaType);
  if (format === "binary" || format === "multipart") {
    reportUnreadable(context, collector, media);
    return andThen(drain(body), (size) => ({ ...noBody, mediaType: mediaType.text, size }));
  }
  const encodings = contentEncodings(headerValues(subject.headers, "content-encoding"));
  return andThen(readEncoded(context, collector, subject, body, encodings), (plain) => {
    if (plain === null) return { ...noBody, mediaType: mediaType.text };
    const value = checkContent(context, collector, { body: plain, mediaType, media, format });
    return { mediaType: mediaType.text, value, parts: noBody.parts, size: plain.length };
  });
}

/** Reports a schema that bytes cannot be checked against: any but one for strings. */
function reportUnreadable(
  context: CheckContext,
  collector: FindingCollector,
  { schema, type, pointer: contract, inferred }: MediaTypeObject,
): void {
  if (schema === null) return;
  const { types } = outlineOf(context.model.schemas, schema);
  if (types.size === 0 || types.has("string")) return;
  const detail = { code: "unchecked", reason: "media-type-not-readable", detail: type } as const;
  collector.add(detail, { in: "body", contract, inferred });
}

/** The body with its content encoding undone; null, and reported, when that is not possible. */
function readEncoded(
  context: CheckContext,
  collector: FindingCollector,
  subject: BodySubject,
  body: PresentBody,
  encodings: readonly string[],
): MaybePromise<BodyInMemory | null> {
  const limit = context.options.maxBodyBytes;
  return andThen(collect(body, limit), (collected) => {
    if (collected.outcome === "collected") {
      if (encodings.length === 0) return collected.body;
      const plain = decompress(bytesOf(collected.body), encodings, limit);
      return andThen(plain, (result) => plainBytes(collector, subject, result));
    }
    const reason = collected.outcome === "aborted" ? "body-aborted" : "body-too-large";
    const where = { in: "body", contract: subject.contract, inferred: subject.inferred } as const;
    collector.add({ code: "unchecked", reason, detail: `${collected.size} bytes` }, where);
    return null;
  });
}

function plainBytes(
  collector: FindingCollector,
  subject: BodySubject,
  plain: Decompressed,
): Uint8Array | null {
  const where = { in: "body", contract: subject.contract, inferred: subject.inferred } as const;
  switch (plain.outcome) {
    case "bytes":
      return plain.bytes;
    case "unsupported":
      collector.add(
        { code: "unchecked", reason: "content-encoding", detail: plain.encoding.slice(0, 40) },
        where,
      );
      return null;
    case "too-large":
      collector.add({ code: "unchecked", reason: "body-too-large", detail: "after decompression" }, where);
      return null;
    case "damaged":
      collector.add(
        { code: "body-unreadable", format: plain.encoding, problem: "the data is damaged" },
        where,
      );
      return null;
    default:
      return plain satisfies never;
  }
}

type PresentBody = Exclude<Body, null | undefined>;

/** The body, or null when it is empty. */
function peek(body: Exclude<Body, undefined>): MaybePromise<PresentBody | null> {
  if (body === null) return null;
  if (isInMemory(body)) return body.length === 0 ? null : body;
  return peekStream(body);
}

async function peekStream(body: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array> | null> {
  const iterator = body[Symbol.asyncIterator]();
  const first = await nextNonEmpty(iterator);
  if (first === "failed") return failing();
  return first === null ? null : resume(first, iterator);
}

async function nextNonEmpty(iterator: AsyncIterator<Uint8Array>): Promise<Uint8Array | "failed" | null> {
  try {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      if (next.value.length > 0) return next.value;
    }
    return null;
  } catch {
    return "failed";
  }
}

/** The whole stream again. Not a generator, which would keep each chunk in memory until the next one arrives. */
function resume(first: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  let unread: Uint8Array | null = first;
  const next = async (used?: Uint8Array): Promise<IteratorResult<Uint8Array>> => {
    if (unread === null) return iterator.next(used);
    const value = unread;
    unread = null;
    return { done: false, value };
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

/** Replaces a stream that failed before its first byte. */
// biome-ignore lint/correctness/useYield: it only fails
async function* failing(): AsyncGenerator<Uint8Array> {
  throw new Error("the body broke off");
}

/** Reads a body to its end without keeping it. Returns the number of bytes; null when the stream failed. */
export function drain(body: Body): MaybePromise<number | null> {
  if (body === null || body === undefined) return 0;
  return isInMemory(body) ? body.length : drainStream(body);
}

async function drainStream(body: AsyncIterable<Uint8Array>): Promise<number | null> {
  let size = 0;
  try {
    await forEachChunk(body, (chunk) => {
      size += chunk.length;
    });
  } catch {
    return null;
  }
  return size;
}
