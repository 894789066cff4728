import type { Exchange, HeaderPair } from "@ittybit/contract";
import { Peer, type RawServer } from "./raw-connection.js";

/** Sends each request to a proxy, and responds behind the proxy, one after the other. */
export async function driveExchanges(
  exchanges: readonly Exchange[],
  proxyPort: number,
  upstream: RawServer,
): Promise<void> {
  const coming = exchanges.map(({ response }) => response);
  upstream.serve(async (api) => {
    for (;;) {
      await readMessage(api);
      const response = coming.shift();
      if (response === undefined) return;
      const { status, headers, body } = response;
      writeMessage(api, `HTTP/1.1 ${status} Response`, headers, body);
    }
  });
  for (const { request } of exchanges) {
    const client = await Peer.connect(proxyPort);
    const { host, pathname, search } = new URL(request.url);
    const line = `${request.method} ${pathname}${search} HTTP/1.1`;
    writeMessage(client, line, [["Host", host], ...request.headers], request.body);
    await readMessage(client, request.method === "HEAD");
    client.destroy();
  }
}

async function readMessage(peer: Peer, isHead = false): Promise<void> {
  const head = await peer.until("\r\n\r\n");
  const [, length = "0"] = /content-length: *(\d+)/i.exec(head) ?? [];
  if (!isHead) await peer.bytes(Number(length));
}

function writeMessage(
  peer: Peer,
  line: string,
  headers: readonly HeaderPair[],
  body: Exchange["request"]["body"],
): void {
  const bytes = body instanceof Uint8Array ? body : new Uint8Array();
  const fields = headers.filter(
    ([name]) => !/^(content-length|transfer-encoding|host)$/i.test(name) || name === "Host",
  );
  const isEmpty = /^HTTP\/1.1 (?:204|304)/.test(line);
  const length: HeaderPair[] =
    isEmpty || (bytes.length === 0 && !line.startsWith("HTTP"))
      ? []
      : [["Content-Length", String(bytes.length)]];
  const lines = [...fields, ...length].map(([name, value]) => `${name}: ${value}`);
  peer.write([line, ...lines, "", ""].join("\r\n"));
  peer.write(bytes);
}
