import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { servers } from "@ittybit/openapi";

/**
 * The server of an app: it serves the folder that Vite built, and passes /ittybit on to an API with the key that the
 * page does not have. As from the live API, the links in responses lead to the API's own host.
 */
export async function appServer(folder: string, api: string) {
  const server = createServer((incoming, outgoing) =>
    incoming.url?.startsWith("/ittybit/") ? pass(api, incoming, outgoing) : serve(folder, incoming, outgoing),
  );
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function pass(api: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { url = "", method = "" } = incoming;
  const contentType = incoming.headers["content-type"];
  const headers = { Authorization: "Bearer key", ...(contentType && { "Content-Type": contentType }) };
  const body = method === "GET" ? null : (Readable.toWeb(incoming) as ReadableStream);
  const init = { method, headers, body, duplex: "half" } as RequestInit;
  const response = await fetch(api + url.slice("/ittybit".length), init);
  outgoing.writeHead(response.status, { "Content-Type": response.headers.get("Content-Type") ?? "" });
  outgoing.end((await response.text()).replaceAll(api, servers.api));
}

async function serve(folder: string, { url = "/" }: IncomingMessage, outgoing: ServerResponse) {
  const { pathname } = new URL(url, "http://app");
  const type = pathname.endsWith(".js") ? "text/javascript" : "text/html";
  const bytes = await readFile(join(folder, pathname === "/" ? "index.html" : pathname)).catch(() => null);
  outgoing.writeHead(bytes ? 200 : 404, { "Content-Type": type }).end(bytes ?? "");
}
