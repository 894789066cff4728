import type { IncomingMessage } from "node:http";
import type { Refusal } from "./listener.js";
import { rawValues } from "./raw-headers.js";

/**
 * Finds the reason to refuse a request that Node's parser accepts, before anything reaches the upstream; null for none.
 * Each is a request that two servers can read as two different ones.
 */
export function findRefusal({ httpVersion, rawHeaders }: IncomingMessage): Refusal | null {
  const hosts = rawValues(rawHeaders, "host").length;
  if (hosts > 1) return { status: 400, message: `This request has ${hosts} Host fields.` };
  // RFC 9112, 3.2
  if (hosts === 0 && httpVersion === "1.1")
    return { status: 400, message: "This HTTP/1.1 request has no Host field." };
  const codings = rawValues(rawHeaders, "transfer-encoding").join(",");
  // RFC 9112, 6.1
  if (codings !== "" && !/^\s*chunked\s*$/i.test(codings))
    return { status: 501, message: "This proxy knows no transfer coding but chunked." };
  return null;
}
