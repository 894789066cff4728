import { asNode, type OpenApiDocument, resolve } from "./document.js";
import { headerValue, type MockRequest } from "./message.js";

/** Hosts of a document's servers by short name, the first label of the host name. */
export type Hosts = ReadonlyMap<string, string>;

/** Where a request was meant to go. */
export interface Destination {
  /** The URL as the contract shall see it. */
  readonly url: string;
  /** Origin under which the caller reaches this mock; null where it called a host of the contract. */
  readonly origin: string | null;
}

/** A host that can stand in a link: a name or an address, and a port. */
const reachable = /^(?:\w(?:[\w.-]*\w)?|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** Reads the hosts of all servers, those of paths and operations too. */
export function hostsOf(document: OpenApiDocument): Hosts {
  const items = Object.values(asNode(document.paths)).map((item) => asNode(resolve(document, item)));
  const operations = items.flatMap((item) => Object.values(item).map(asNode));
  const servers = [asNode(document), ...items, ...operations].flatMap(({ servers }) =>
    Array.isArray(servers) ? servers : [],
  );
  const urls = servers.map((server) => String(asNode(server).url)).filter((url) => URL.canParse(url));
  return new Map(urls.map((url) => new URL(url).host).map((host) => [host.split(".")[0] ?? host, host]));
}

/**
 * Tells which host a request means: that of its port, else of `X-Forwarded-Host`, else of its URL or `Host`.
 *
 * @param origin where the caller finds the other answers, if that is not where this request went
 */
export function destinationOf(request: MockRequest, hosts: Hosts, origin?: string): Destination {
  const { host: written, path } = split(request.url);
  const forwarded = headerValue(request.headers, "x-forwarded-host")?.split(",")[0]?.trim();
  const host = forwarded || written || headerValue(request.headers, "host") || "localhost";
  const meant = request.server === undefined ? host : (hosts.get(request.server) ?? host);
  const proto = headerValue(request.headers, "x-forwarded-proto") === "https" ? "https" : "http";
  const isOurs = !isHostOf(hosts, host) && reachable.test(host);
  return { url: `${proto}://${meant}${path}`, origin: isOurs ? (origin ?? `${proto}://${host}`) : null };
}

function isHostOf(hosts: Hosts, host: string): boolean {
  for (const known of hosts.values()) if (known === host.toLowerCase()) return true;
  return false;
}

function split(url: string): { host: string | null; path: string } {
  if (url.startsWith("/")) return { host: null, path: url };
  const [, host = "", rest = ""] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  if (host === "") return { host: null, path: `/${url}` };
  return { host, path: rest.startsWith("/") ? rest : `/${rest}` };
}
