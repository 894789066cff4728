import type { IncomingMessage, InformationEvent, ServerResponse } from "node:http";
import { withoutHopByHop } from "./hop-by-hop.js";

/** Forwards an informational response (1xx; RFC 9110, 15.2) as soon as the caller can read it. */
export function forwardInformational(
  { httpVersionMajor, httpVersionMinor }: IncomingMessage,
  response: ServerResponse,
  information: InformationEvent,
  endToEnd: ReadonlySet<string>,
): void {
  // HTTP/1.0 has no 1xx.
  if (httpVersionMajor === 1 && httpVersionMinor === 0) return;
  const { statusCode, statusMessage, rawHeaders } = information;
  if (statusCode === 100 && rawHeaders.length === 0) {
    response.writeContinue();
    return;
  }
  const head = formatHead(statusCode, statusMessage, withoutHopByHop(rawHeaders, endToEnd));
  // Responses to pipelined requests get their socket when it is their turn.
  if (response.socket) response.socket.write(head, "latin1");
  else response.once("socket", (socket) => response.headersSent || socket.write(head, "latin1"));
}

function formatHead(status: number, reason: string, headers: readonly string[]): string {
  let head = `HTTP/1.1 ${status} ${reason}\r\n`;
  for (let at = 0; at < headers.length; at += 2) head += `${headers[at]}: ${headers[at + 1]}\r\n`;
  return `${head}\r\n`;
}
