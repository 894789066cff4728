import type { IncomingMessage, OutgoingMessage } from "node:http";
import { pairsOf } from "../raw-headers.js";

/** Ends a message as another one ended, with its trailers (RFC 9110, 6.5). */
export function endWithTrailers(from: IncomingMessage, to: OutgoingMessage): void {
  const { rawTrailers } = from;
  if (rawTrailers.length > 0) to.addTrailers(pairsOf(rawTrailers));
  to.end();
}
