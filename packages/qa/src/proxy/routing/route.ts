import type { Plan } from "../../coverage/schema-nodes.js";
import { UsageError } from "../../usage-error.js";
import { readUpstream, type Upstream } from "./upstream.js";

/** A host of the contract and what stands for it. */
export interface Route {
  /** As the contract spells it, `{variables}` too; null where it names none. */
  readonly host: string | null;
  readonly scheme: string;
  readonly upstream: Upstream;
  /** Whether a request that says `Host: name` means this host. */
  readonly isNamed: (name: string) => boolean;
}

/** Upstreams by host of the contract; `*` for every host that is not named. */
export type Upstreams = ReadonlyMap<string, Upstream>;

/**
 * The hosts of a contract, each with its upstream: the one that is given, or the host itself.
 *
 * @throws UsageError for a given host that the contract does not have, and for a host that nobody can call
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

/** Names compare without letter case and without the scheme's own port. */
function nameTest(host: string | null, scheme: string): Route["isNamed"] {
  if (host === null) return () => false;
  const source = host
    .split(/\{[^{}]*\}/)
    .map((text) => text.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&"))
    .join("[^./:@]+");
  const name = new RegExp(`^${source}(?::${scheme === "https" ? 443 : 80})?$`, "i");
  return (given) => name.test(given);
}
