import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A server on loopback that serves one page and, to pages of any origin, an API: it reads uploads and returns 201.
 * It tells when an upload to /videos began, and when a request was broken off, in milliseconds of the clock.
 */
export async function corsServer(page: { html: string; scripts: ReadonlyMap<string, string> }) {
  const began: number[] = [];
  const broken: number[] = [];
  const lengths: number[] = [];
  const server = createServer(async (incoming, outgoing) => {
    outgoing.setHeader("Access-Control-Allow-Origin", "*");
    outgoing.setHeader("Access-Control-Allow-Headers", "*, Authorization");
    outgoing.setHeader("Access-Control-Allow-Methods", "*");
    if (incoming.url === "/") return void outgoing.setHeader("Content-Type", "text/html").end(page.html);
    const script = page.scripts.get(incoming.url ?? "");
    if (script !== undefined) return void outgoing.setHeader("Content-Type", "text/javascript").end(script);
    if (incoming.method === "OPTIONS") return void outgoing.writeHead(204).end();
    incoming.on("close", () => incoming.complete || broken.push(Date.now()));
    if (incoming.url === "/videos") began.push(Date.now());
    let length = 0;
    try {
      for await (const chunk of incoming) length += chunk.length;
    } catch {
      return;
    }
    if (incoming.method === "POST") lengths.push(length);
    outgoing.writeHead(incoming.method === "POST" ? 201 : 200, { "Content-Type": "application/json" });
    outgoing.end(JSON.stringify({ meta: { id: "r" }, data: { id: "m1" }, links: { next: null } }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    began,
    broken,
    lengths,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
