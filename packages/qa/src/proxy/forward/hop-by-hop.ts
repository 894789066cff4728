import { type RawHeaders, rawValues } from "../raw-headers.js";

/**
 * Fields of one connection (RFC 9110, 7.6.1). Transfer-Encoding is one too, but stays: Node writes the framing again, and
 * needs to know the coding.
 */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "upgrade",
]);

/**
 * Returns the fields that an intermediary forwards, in their order and letter case. Drops a `Trailer` from messages
 * without chunks, which cannot have trailers.
 *
 * @param endToEnd names, in lower case, of fields that are kept even if `Connection` names them
 */
export function withoutHopByHop(headers: RawHeaders, endToEnd: ReadonlySet<string>): string[] {
  const named = namedByConnection(headers, endToEnd);
  const kept: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const [name, value] = [headers[at] as string, headers[at + 1] as string];
    const lower = name.toLowerCase();
    if (HOP_BY_HOP.has(lower) || named?.has(lower)) continue;
    if (lower === "trailer" && !isChunked(headers)) continue;
    kept.push(name, value);
  }
  return kept;
}

/** Fields that `Connection` names as hop-by-hop; null for none, the usual case. */
function namedByConnection(headers: RawHeaders, endToEnd: ReadonlySet<string>): ReadonlySet<string> | null {
  let named: Set<string> | null = null;
  for (let at = 0; at < headers.length; at += 2) {
    const [name, value] = [headers[at] as string, headers[at + 1] as string];
    if (name.length !== 10 || name.toLowerCase() !== "connection") continue;
    if (value === "keep-alive" || value === "close") continue;
    named ??= new Set();
    for (const field of value.toLowerCase().split(",")) {
      const trimmed = field.trim();
      if (!endToEnd.has(trimmed)) named.add(trimmed);
    }
  }
  return named;
}

function isChunked(headers: RawHeaders): boolean {
  return rawValues(headers, "transfer-encoding").some((value) => /\bchunked\b/i.test(value));
}

/** Whether the sender of these headers accepts trailers (RFC 9110, 6.5.1). */
export function acceptsTrailers(headers: RawHeaders): boolean {
  return rawValues(headers, "te").some((value) => /(?:^|,)\s*trailers\s*(?:$|,|;)/i.test(value));
}
