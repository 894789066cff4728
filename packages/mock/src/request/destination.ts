import { headerValue } from "@ittybit/contract";
import { asNode, resolve } from "../document/node.js";
import type { OpenApiDocument } from "../document/open-document.js";
import type { MockRequest } from "../http/message.js";

/** Hosts of a document's servers by short name: the first label of the host name. */
export type Hosts = ReadonlyMap<string, string>;

/** Where a request is meant to go. */
export interface Destination {
  /** The URL to match against the contract. */
  readonly url: string;
  /** Origin under which the caller reaches this mock; null if it called a host of the contract. */
  readonly origin: string | null;
}

/** A host that can be used in a link: a name or an address, with an optional port. */
const LINKABLE_HOST = /^(?:\w(?:[\w.-]*\w)?|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** Reads the hosts of all servers, including those of paths and operations. */
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
 * Determines the host that a request is meant for: that of its port, else `X-Forwarded-Host`, else its URL or `Host`.
 *
 * @param apiOrigin where links point, if not to the origin of this request
 */
export function destinationOf(request: MockRequest, hosts: Hosts, apiOrigin?: string): Destination {
  const { host: urlHost, path } = splitTarget(request.url);
  const forwarded = headerValue(request.headers, "x-forwarded-host")?.split(",")[0]?.trim();
  const host = forwarded || urlHost || headerValue(request.headers, "host") || "localhost";
  const target = request.server === undefined ? host : (hosts.get(request.server) ?? host);
  const isSecure =
    headerValue(request.headers, "x-forwarded-proto") === "https" || /^https:/i.test(request.url);
  const proto = isSecure ? "https" : "http";
  const isMock = !isContractHost(hosts, host) && LINKABLE_HOST.test(host);
  return { url: `${proto}://${target}${path}`, origin: isMock ? (apiOrigin ?? `${proto}://${host}`) : null };
}

function isContractHost(hosts: Hosts, host: string): boolean {
  for (const known of hosts.values()) if (known === host.toLowerCase()) return true;
  return false;
}

function splitTarget(url: string): { host: string | null; path: string } {
  if (url.startsWith("/")) return { host: null, path: url };
  const [, host = "", rest = ""] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  if (host === "") return { host: null, path: `/${url}` };
  return { host, path: rest.startsWith("/") ? rest : `/${rest}` };
}

/** The path of a request target, without query and fragment. */
export function pathOf(url: string): string {
  return url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "") || "/";
}

/** A segment of a path, percent-decoded; as it is if it cannot be decoded. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
