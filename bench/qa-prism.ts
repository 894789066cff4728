import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { Exchange } from "@ittybit/contract";
import { startPrismProxy } from "./mock-servers.js";

/** What `prism proxy` reports in `sl-violations` when these exchanges pass through it, one after the other. */
export async function prismProxy(exchanges: readonly Exchange[]): Promise<boolean[]> {
  let current: Exchange["response"] | undefined;
  const upstream = createServer((message, response) => {
    const { status = 200, headers = [], body } = current ?? {};
    message.resume().on("end", () => response.writeHead(status, headers.flat()).end(body));
  }).listen(0, "127.0.0.1");
  await once(upstream, "listening");
  const prism = await startPrismProxy((upstream.address() as AddressInfo).port);
  try {
    const found: boolean[] = [];
    for (const exchange of exchanges) {
      current = exchange.response;
      found.push((await send(prism.port, exchange.request))["sl-violations"] !== undefined);
    }
    return found;
  } finally {
    await prism.close();
    upstream.close().closeAllConnections();
  }
}

function send(
  port: number,
  { method, url, headers, body }: Exchange["request"],
): Promise<IncomingHttpHeaders> {
  const { pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", method, path: pathname + search });
    for (const [name, value] of headers) asked.setHeader(name, value);
    asked.on("error", reject).on("response", (response) => {
      response
        .resume()
        .on("error", reject)
        .on("end", () => resolve(response.headers));
    });
    asked.end(body);
  });
}
