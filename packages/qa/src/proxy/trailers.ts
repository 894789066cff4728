import type { IncomingMessage, OutgoingMessage } from "node:http";

/** Ends a message as another one ended, with its trailers (RFC 9110, 6.5). */
export function endLike(from: IncomingMessage, to: OutgoingMessage): void {
  const { rawTrailers } = from;
  if (rawTrailers.length > 0) to.addTrailers(pairsOf(rawTrailers));
  to.end();
}

function pairsOf(flat: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at < flat.length; at += 2) pairs.push([flat[at] as string, flat[at + 1] as string]);
  return pairs;
}
