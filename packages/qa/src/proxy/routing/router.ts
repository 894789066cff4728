import type { Contract } from "@ittybit/contract";
import { type RawHeaders, rawValues } from "../raw-headers.js";
import type { Route } from "./route.js";
import type { Upstream } from "./upstream.js";

/** Where one request goes. */
type Destination =
  | {
      readonly kind: "upstream";
      readonly upstream: Upstream;
      /** Path and query as the caller sent them. */
      readonly path: string;
      /** The request's URL as the contract knows it. */
      readonly url: string;
    }
  /** The request asks for a host that the contract does not name. */
  | { readonly kind: "elsewhere"; readonly host: string };

/** What of a request tells where it goes. */
interface RequestTarget {
  readonly method: string;
  /** The request target (RFC 9112, 3.2): a path, or a whole URL. */
  readonly target: string;
  readonly headers: RawHeaders;
}

export type Router = (aim: RequestTarget) => Destination;

/**
 * Tells where requests go: to the host that the request names, if the contract knows it, else to the one whose
 * operation it calls, else to the first.
 */
export function createRouter(contract: Contract, routes: readonly [Route, ...Route[]]): Router {
  const anywhere = contract.with({ hosts: { "*": "*" } });
  return ({ method, target, headers }) => {
    const { authority, path } = splitTarget(target);
    const named = authority ?? rawValues(headers, "host")[0] ?? "";
    const byName = routes.find(({ isNamed }) => isNamed(named));
    if (byName) return destinationAt(byName, named, path);
    if (authority !== null) return { kind: "elsewhere", host: authority };
    const match = anywhere.match({ method: effectiveMethod(method, headers), url: path });
    const owner = match.outcome === "matched" ? match.server.host : routes[0].host;
    return destinationAt(routes.find(({ host }) => host === owner) ?? routes[0], named, path);
  };
}

function destinationAt({ host, scheme, upstream, isNamed }: Route, named: string, path: string): Destination {
  const known = isNamed(named) ? named : host;
  return { kind: "upstream", upstream, path, url: known === null ? path : `${scheme}://${known}${path}` };
}

/** A preflight stands for the method that it asks about. */
function effectiveMethod(method: string, headers: RawHeaders): string {
  const [asked] = method === "OPTIONS" ? rawValues(headers, "access-control-request-method") : [];
  return asked ?? method;
}

function splitTarget(target: string): { authority: string | null; path: string } {
  if (target.startsWith("/") || target === "*") return { authority: null, path: target };
  const [, authority = "", path = ""] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)(.*)$/is.exec(target) ?? [];
  return { authority, path: path.startsWith("/") ? path : `/${path}` };
}
