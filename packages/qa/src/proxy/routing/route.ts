import type { Plan } from "../../coverage/schema-nodes.js";
import { UsageError } from "../../usage-error.js";
import { readUpstream, type Upstream } from "./upstream.js";

/** A host of the contract and the upstream that its requests go to. */
export interface Route {
  /** As in the contract, including `{variables}`; null where the contract names no host. */
  readonly host: string | null;
  readonly scheme: string;
  readonly upstream: Upstream;
  /** Whether `Host: name` names this host. */
  readonly isNamed: (name: string) => boolean;
}

/** Upstreams by host of the contract; `*` applies to every other host. */
export type Upstreams = ReadonlyMap<string, Upstream>;

/**
 * Gives each host of the contract its upstream: the given one, or the host itself.
 *
 * @throws UsageError for a given host that is not in the contract, and for a host without a usable upstream
 */
export function readRoutes({ servers }: Pick<Plan, "servers">, given: Upstreams): [Route, ...Route[]] {
  const hosts = new Map(servers.map((server) => [server.host?.toLowerCase() ?? null, server]));
  const unknown = [...given.keys()].find((host) => host !== "*" && !hosts.has(host));
  if (unknown !== undefined) {
    const known = [...hosts.keys()].filter((host) => host !== null).join(", ");
    throw new UsageError(`--server ${unknown}=…: the contract has no such host; it has ${known}.`);
  }
  const routes = [...hosts].map(([host, { scheme }]) => readRoute(host, scheme ?? "https", given));
  return routes as [Route, ...Route[]];
}

function readRoute(host: string | null, scheme: string, given: Upstreams): Route {
  const named = host === null ? undefined : given.get(host);
  const itself = host === null ? null : readUpstream(`${scheme}://${host}`);
  const upstream = named ?? given.get("*") ?? itself;
  if (upstream === null) {
    const what = host === null ? "The contract names no host" : `The host ${host} has variables`;
    throw new UsageError(`${what}: say where it is with --server URL.`);
  }
  return { host, scheme, upstream, isNamed: nameTest(host, scheme) };
}

/** Compares names without letter case and without the default port of the scheme. */
function nameTest(host: string | null, scheme: string): Route["isNamed"] {
  if (host === null) return () => false;
  const source = host
    .split(/\{[^{}]*\}/)
    .map((text) => text.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&"))
    .join("[^./:@]+");
  const name = new RegExp(`^${source}(?::${scheme === "https" ? 443 : 80})?$`, "i");
  return (given) => name.test(given);
}
