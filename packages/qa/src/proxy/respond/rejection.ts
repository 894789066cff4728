import type { IncomingMessage } from "node:http";
import type { Rejection } from "../listener.js";

/**
 * Finds the reason to reject a request that Node's parser accepts, before anything reaches the upstream; null for none.
 * Each is a request that two servers can read as two different ones.
 */
export function findRejection({ httpVersion, rawHeaders }: IncomingMessage): Rejection | null {
  let hosts = 0;
  let codings: string | null = null;
  // Every request passes here: one look at each name.
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (name.length === 4 && name.toLowerCase() === "host") hosts += 1;
    else if (name.length === 17 && name.toLowerCase() === "transfer-encoding")
      codings = codings === null ? (rawHeaders[at + 1] as string) : `${codings},${rawHeaders[at + 1]}`;
  }
  if (hosts > 1) return { status: 400, message: `This request has ${hosts} Host fields.` };
  // RFC 9112, 3.2
  if (hosts === 0 && httpVersion === "1.1")
    return { status: 400, message: "This HTTP/1.1 request has no Host field." };
  // RFC 9112, 6.1
  if (codings !== null && !/^\s*chunked\s*$/i.test(codings))
    return { status: 501, message: "This proxy knows no transfer coding but chunked." };
  return null;
}
