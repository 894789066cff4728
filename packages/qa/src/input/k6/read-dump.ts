import type { Body, HeaderPair } from "@ittybit/contract";

/** A message as `k6 run --http-debug=full` writes it: start line, headers, an empty line, the body. */
export interface Dump {
  readonly start: string;
  readonly headers: readonly HeaderPair[];
  readonly body: Body;
}

/** Reads a dump without the line `Request:` or `Response:` before it; null if it is none. */
export function readDump(text: string): Dump | null {
  const end = text.indexOf("\n\n");
  if (end === -1) return null;
  const [start = "", ...lines] = text.slice(0, end).split("\n");
  const headers = lines.map((line): HeaderPair => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  if (headers.some(([name]) => name === "")) return null;
  return { start, headers, body: readBody(text.slice(end + 2).replace(/\n$/, ""), headers) };
}

/**
 * k6 replaces CRLF by LF, and bytes that are no UTF-8. A body is taken only if its length is the one that was announced;
 * any other counts as not recorded.
 */
function readBody(text: string, headers: readonly HeaderPair[]): Body {
  const headerText = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const isChunked = /\bchunked\b/i.test(headerText("transfer-encoding") ?? "");
  if (isChunked) return text.includes("\ufffd") ? undefined : joinChunks(text);
  const announced = headerText("content-length");
  if (text === "" && (announced === undefined || Number(announced) === 0)) return null;
  for (const written of [text, text.replaceAll("\n", "\r\n")]) {
    const bytes = Buffer.from(written, "utf8");
    if (bytes.length === Number(announced) && !text.includes("\ufffd")) return bytes;
  }
  return undefined;
}

/** Joins the chunks of a body (RFC 9112, 7.1); undefined if their lengths do not fit. */
function joinChunks(text: string): Body {
  const bytes = Buffer.from(text, "utf8");
  const chunks: Uint8Array[] = [];
  for (let at = 0; ; ) {
    const line = bytes.indexOf("\n", at);
    const size = line === -1 ? Number.NaN : Number.parseInt(bytes.toString("latin1", at, line), 16);
    if (Number.isNaN(size)) return undefined;
    if (size === 0) return Buffer.concat(chunks);
    const end = line + 1 + size;
    if (bytes[end] !== NEWLINE) return undefined;
    chunks.push(bytes.subarray(line + 1, end));
    at = end + 1;
  }
}

const NEWLINE = 10;
