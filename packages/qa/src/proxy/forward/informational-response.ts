import type { IncomingMessage, InformationEvent, ServerResponse } from "node:http";
import { withoutHopByHop } from "./hop-by-hop.js";

/** Passes an informational answer (RFC 9110, 15.2) on at once, when the caller's turn has come. */
export function forwardInformational(
  { httpVersionMajor, httpVersionMinor }: IncomingMessage,
  response: ServerResponse,
  information: InformationEvent,
): void {
  // 1xx came with HTTP/1.1
  if (httpVersionMajor === 1 && httpVersionMinor === 0) return;
  const { statusCode, statusMessage, rawHeaders } = information;
  if (statusCode === 100 && rawHeaders.length === 0) {
    response.writeContinue();
    return;
  }
  const head = headOf(statusCode, statusMessage, withoutHopByHop(rawHeaders, null));
  // Answers of pipelined requests wait for their socket.
  if (response.socket) response.socket.write(head, "latin1");
  else response.once("socket", (socket) => response.headersSent || socket.write(head, "latin1"));
}

function headOf(status: number, message: string, headers: readonly string[]): string {
  let head = `HTTP/1.1 ${status} ${message}\r\n`;
  for (let at = 0; at < headers.length; at += 2) head += `${headers[at]}: ${headers[at + 1]}\r\n`;
  return `${head}\r\n`;
}
