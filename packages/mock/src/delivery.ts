import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { MockResponse } from "./message.js";

/** How a slow answer arrives: in so many pieces, so many milliseconds apart. */
const slowly = { pieces: 10, pause: 200 } as const;

/** Sends an answer, or the fault that stands for it. */
export function deliver(outgoing: ServerResponse, response: MockResponse): void {
  const { delivery = "whole" } = response;
  switch (delivery) {
    case "whole":
      writeHead(outgoing, response);
      outgoing.end(response.body);
      break;
    case "slow":
      writeHead(outgoing, response);
      drip(outgoing, response.body).catch(() => outgoing.destroy());
      break;
    case "truncate":
      writeHead(outgoing, response);
      outgoing.write(response.body.subarray(0, response.body.length >> 1), () => outgoing.destroy());
      break;
    case "reset":
      outgoing.socket?.resetAndDestroy();
      break;
    case "timeout":
      // never answered: the caller's patience ends it, or the silence of the connection does
      outgoing.socket?.resume();
      break;
    default:
      delivery satisfies never;
  }
}

function writeHead(outgoing: ServerResponse, { status, headers, body }: MockResponse): void {
  const pairs = joined(headers).flat();
  const isRefusedEarly = outgoing.req.headers.expect !== undefined && !outgoing.req.readableDidRead;
  outgoing.writeHead(status, [
    ...pairs,
    ...(status === 204 || status === 304 ? [] : ["Content-Length", String(body.length)]),
    ...(isRefusedEarly ? ["Connection", "close"] : []),
  ]);
}

/** Fields of one name as one line. */
function joined(headers: MockResponse["headers"]): [string, string][] {
  const lines = new Map<string, [string, string]>();
  for (const [name, value] of headers) {
    const line = lines.get(name.toLowerCase());
    lines.set(name.toLowerCase(), [name, line ? `${line[1]}, ${value}` : value]);
  }
  return [...lines.values()];
}

async function drip(outgoing: ServerResponse, body: Uint8Array): Promise<void> {
  const size = Math.max(1, Math.ceil(body.length / slowly.pieces));
  for (let at = 0; at < body.length && !outgoing.destroyed; at += size) {
    outgoing.write(body.subarray(at, at + size));
    await sleep(slowly.pause);
  }
  outgoing.end();
}
