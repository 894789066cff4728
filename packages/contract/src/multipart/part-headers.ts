import type { HeaderPair } from "../exchange.js";
import { decodePercent } from "../parameters/form-pairs.js";

/** The headers of a form-data part (RFC 7578, 4.2). */
export interface PartHeaders {
  readonly pairs: readonly HeaderPair[];
  /** null: there is none. */
  readonly name: string | null;
  /** null: this part is not a file. */
  readonly filename: string | null;
  /** As written; null: there is none. */
  readonly contentType: string | null;
  /** Whether every line could be read. */
  readonly isReadable: boolean;
}

const line = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*$/s;

/** Limits of the cache: its keys come from messages. */
const MAX_CACHED_BLOCKS = 200;
const MAX_CACHED_BLOCK_LENGTH = 200;
const read = new Map<string, PartHeaders>();

/** Parses the header lines of a part. A form sends the same ones with each request, so they are cached. */
export function readPartHeaders(block: string): PartHeaders {
  const known = read.get(block);
  if (known) return known;
  const headers = parsePartHeaders(splitLines(block));
  if (block.length <= MAX_CACHED_BLOCK_LENGTH && read.size < MAX_CACHED_BLOCKS) read.set(block, headers);
  return headers;
}

/** Splits header lines. A line that starts with a blank continues the one before (RFC 822 folding). */
function splitLines(block: string): string[] {
  return block === "" ? [] : block.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
}

function parsePartHeaders(lines: readonly string[]): PartHeaders {
  const matches = lines.map((text) => line.exec(text));
  const pairs = matches.flatMap((match) =>
    match ? [[match[1] as string, match[2] as string] as const] : [],
  );
  const field = (name: string) => pairs.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
  const disposition = readDisposition(field("content-disposition") ?? "");
  return {
    pairs,
    name: disposition.get("name") ?? null,
    filename: extendedValue(disposition.get("filename*")) ?? disposition.get("filename") ?? null,
    contentType: field("content-type"),
    isReadable: !matches.includes(null) && !lines.some((text) => text.includes("\0")),
  };
}

/** Parses the parameters of `Content-Disposition: form-data`; none for another type. Browsers send `"` as `%22`. */
function readDisposition(value: string): Map<string, string> {
  const parameters = new Map<string, string>();
  if (!/^form-data[ \t]*(;|$)/i.test(value)) return parameters;
  for (const [, name = "", quoted, plain] of value.matchAll(
    /;[ \t]*([^=;"\s]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^;"\s]*))/gs,
  )) {
    const text = quoted === undefined ? (plain as string) : quoted.replaceAll(/\\(["\\])/g, "$1");
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), unescapeName(text));
  }
  return parameters;
}

function unescapeName(text: string): string {
  return text.replaceAll(/%(22|0D|0A)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Decodes `UTF-8''na%C3%AFve.png` (RFC 8187). RFC 7578 forbids it in form data, but some senders use it. */
function extendedValue(value: string | undefined): string | null {
  const match = /^utf-8'[^']*'(.*)$/is.exec(value ?? "");
  return match ? decodePercent(match[1] as string) : null;
}
