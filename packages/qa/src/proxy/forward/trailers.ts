import type { IncomingMessage, OutgoingMessage } from "node:http";
import { pairsOf } from "../raw-headers.js";

/** Ends a message with the trailers of another (RFC 9110, 6.5). */
export function endWithTrailers(from: IncomingMessage, to: OutgoingMessage): void {
  if (from.rawTrailers.length > 0) to.addTrailers(pairsOf(from.rawTrailers));
  to.end();
}
