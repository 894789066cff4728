import { type RawHeaders, rawValues } from "../raw-headers.js";

/**
 * Fields that are meant for one connection only (RFC 9110, 7.6.1). Transfer-Encoding is one too, and stays: the
 * coding of a message is passed on as it was, only its framing is written anew.
 */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "upgrade",
]);

/**
 * What an intermediary passes on: every field in its order and letter case, but those of the connection, and a
 * `Trailer` that announces what no message without chunks can have.
 *
 * @param host stands in place of the value of Host; null leaves it
 */
export function withoutHopByHop(headers: RawHeaders, host: string | null): string[] {
  const named = namedByConnection(headers);
  const kept: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const [name, value] = [headers[at] as string, headers[at + 1] as string];
    const lower = name.toLowerCase();
    if (HOP_BY_HOP.has(lower) || named?.has(lower)) continue;
    if (lower === "trailer" && !isChunked(headers)) continue;
    kept.push(name, host !== null && lower === "host" ? host : value);
  }
  return kept;
}

/** Fields that `Connection` says are for this connection; null for none, as nearly always. */
function namedByConnection(headers: RawHeaders): ReadonlySet<string> | null {
  const values = rawValues(headers, "connection");
  if (values.every((value) => /^(?:keep-alive|close)$/i.test(value))) return null;
  const names = values.flatMap((value) => value.split(",")).map((name) => name.trim().toLowerCase());
  // Naming these would cut a message off from its own framing, or from its host.
  return new Set(names.filter((name) => !/^(?:content-length|transfer-encoding|host|cookie)$/.test(name)));
}

function isChunked(headers: RawHeaders): boolean {
  return rawValues(headers, "transfer-encoding").some((value) => /\bchunked\b/i.test(value));
}

/** Whether the sender of these headers can take trailers (RFC 9110, 6.5.1). */
export function acceptsTrailers(headers: RawHeaders): boolean {
  return rawValues(headers, "te").some((value) => /(?:^|,)\s*trailers\s*(?:$|,|;)/i.test(value));
}
