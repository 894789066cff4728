import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { contentLength } from "./content-headers.js";
import type { MockResponse } from "./message.js";
import { sendFile } from "./send-file.js";
import { SLOW_CHUNKS, SLOW_PAUSE_MS } from "./slow-delivery.js";

/** Sends a response, with its fault if it has one. */
export function sendResponse(outgoing: ServerResponse, response: MockResponse): void {
  const { delivery = "whole" } = response;
  switch (delivery) {
    case "whole":
      writeHead(outgoing, response);
      if (response.file === undefined || outgoing.req.method === "HEAD") outgoing.end(response.body);
      else sendFile(outgoing, response.file).catch(() => outgoing.destroy());
      break;
    case "slow":
      writeHead(outgoing, response);
      sendSlowly(outgoing, response.body).catch(() => outgoing.destroy());
      break;
    case "truncate":
      writeHead(outgoing, response);
      outgoing.write(response.body.subarray(0, response.body.length >> 1), () => outgoing.destroy());
      break;
    case "reset":
      outgoing.socket?.resetAndDestroy();
      break;
    case "timeout":
      // no response: a timeout of the caller, or the idle timeout of the server, ends the connection
      outgoing.socket?.resume();
      break;
    default:
      delivery satisfies never;
  }
}

function writeHead(outgoing: ServerResponse, response: MockResponse): void {
  const pairs = joinRepeated([...response.headers, ...contentLength(response)]).flat();
  const isRejectedEarly = outgoing.req.headers.expect !== undefined && !outgoing.req.readableDidRead;
  outgoing.writeHead(response.status, [...pairs, ...(isRejectedEarly ? ["Connection", "close"] : [])]);
}

/** Joins repeated fields to one line each. */
function joinRepeated(headers: MockResponse["headers"]): [string, string][] {
  const lines = new Map<string, [string, string]>();
  for (const [name, value] of headers) {
    const line = lines.get(name.toLowerCase());
    lines.set(name.toLowerCase(), [name, line ? `${line[1]}, ${value}` : value]);
  }
  return [...lines.values()];
}

async function sendSlowly(outgoing: ServerResponse, body: Uint8Array): Promise<void> {
  const size = Math.max(1, Math.ceil(body.length / SLOW_CHUNKS));
  for (let at = 0; at < body.length && !outgoing.destroyed; at += size) {
    outgoing.write(body.subarray(at, at + size));
    await sleep(SLOW_PAUSE_MS);
  }
  outgoing.end();
}
