import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { freePort } from "../../../scripts/start/free-port.js";

/** One request as it came over the wire. */
export interface Recorded {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** When its first byte was read, in milliseconds of the monotonic clock. */
  readonly at: number;
}

/** What the server replies; a function handles the connection itself. */
export type Reply =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | ((outgoing: ServerResponse, incoming: IncomingMessage) => void);

/** A success that says no more than it must. */
export const EMPTY_ENVELOPE = {
  meta: { id: "req_1" },
  data: [],
  links: { self: "https://a.test/", next: null },
};

/**
 * A server on loopback that records every request, byte by byte. It sends what `respond` returns for
 * the request and the number of requests before it, by default 200 with an empty list.
 */
export async function recordingServer(respond: (request: Recorded, before: number) => Reply = () => ({})) {
  const requests: Recorded[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const at = performance.now();
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of incoming) chunks.push(chunk);
    } catch {
      return;
    }
    const { method = "", url = "", headers } = incoming;
    const request = { method, target: url, headers, body: Buffer.concat(chunks), at };
    const reply = respond(request, requests.push(request) - 1);
    if (typeof reply === "function") return reply(outgoing, incoming);
    const { status = 200, headers: more, body = EMPTY_ENVELOPE } = reply;
    outgoing.writeHead(status, { "content-type": "application/json", ...more });
    outgoing.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** The URL of a port on loopback that nobody listens on. */
export async function nowhere(): Promise<string> {
  return `http://127.0.0.1:${await freePort()}`;
}
