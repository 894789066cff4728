import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Exchange } from "@ittybit/contract";

/** A server on loopback whose responses a test sets. */
export interface TestServer {
  /** `127.0.0.1:4010` */
  readonly host: string;
  readonly url: string;
  /** Responds to requests, until a test changes it. */
  respond: (request: IncomingMessage, response: ServerResponse) => void;
  close(): Promise<void>;
}

export async function openTestServer(): Promise<TestServer> {
  const server: Server = createServer((request, response) => opened.respond(request, response));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const opened: TestServer = {
    host,
    url: `http://${host}`,
    respond: (_, response) => response.writeHead(500).end(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return opened;
}

/** Responds with a recorded response, once the request has been read. */
export function replay({ response: { status, headers, body } }: Pick<Exchange, "response">) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for await (const _ of request);
    response.writeHead(status, headers.flat() as string[]).end(body);
  };
}
