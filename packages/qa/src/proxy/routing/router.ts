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
      /** The request's URL with the host of the contract. */
      readonly url: string;
    }
  /** The request names a host that is not in the contract. */
  | { readonly kind: "unknown-host"; readonly host: string };

/** The parts of a request that decide where it goes. */
interface RoutedRequest {
  readonly method: string;
  /** The request target (RFC 9112, 3.2): a path or an absolute URL. */
  readonly target: string;
  readonly headers: RawHeaders;
}

export type Router = (request: RoutedRequest) => Destination;

/**
 * Routes a request to the host that it names if that is a host of the contract, else to the host of the operation that
 * it calls, else to the first host.
 */
export function createRouter(contract: Contract, routes: readonly [Route, ...Route[]]): Router {
  const anyHost = contract.with({ hosts: { "*": "*" } });
  return ({ method, target, headers }) => {
    const { authority, path } = splitTarget(target);
    const name = authority ?? rawValues(headers, "host")[0] ?? "";
    const named = routes.find(({ isNamed }) => isNamed(name));
    if (named) return destinationAt(named, name, path);
    if (authority !== null) return { kind: "unknown-host", host: authority };
    const match = anyHost.match({ method: effectiveMethod(method, headers), url: path });
    const host = match.outcome === "matched" ? match.server.host : routes[0].host;
    return destinationAt(routes.find((route) => route.host === host) ?? routes[0], name, path);
  };
}

function destinationAt({ host, scheme, upstream, isNamed }: Route, name: string, path: string): Destination {
  const contractHost = isNamed(name) ? name : host;
  const url = contractHost === null ? path : `${scheme}://${contractHost}${path}`;
  return { kind: "upstream", upstream, path, url };
}

/** Routes a CORS preflight like the request that it asks about. */
function effectiveMethod(method: string, headers: RawHeaders): string {
  const [requested] = method === "OPTIONS" ? rawValues(headers, "access-control-request-method") : [];
  return requested ?? method;
}

function splitTarget(target: string): { authority: string | null; path: string } {
  if (target.startsWith("/") || target === "*") return { authority: null, path: target };
  const [, authority = "", path = ""] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)(.*)$/is.exec(target) ?? [];
  return { authority, path: path.startsWith("/") ? path : `/${path}` };
}
