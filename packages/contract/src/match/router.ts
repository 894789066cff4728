import type { ContractModel, Operation, Server } from "../document/contract-model.js";
import type { ExchangeRequest } from "../exchange.js";
import { createTree, firstInTree, growTree, type PathTree } from "./path-tree.js";
import { normalHost, type RequestTarget, readTarget } from "./request-target.js";

/** What a request is, by its method and URL. */
export type Match =
  | {
      readonly outcome: "matched";
      readonly operation: Operation;
      readonly server: Server;
      /** Values in the path, still percent-encoded. */
      readonly pathValues: Readonly<Record<string, string>>;
      readonly target: RequestTarget;
      /** The request is a HEAD that a GET operation responds to. */
      readonly isHead: boolean;
    }
  | { readonly outcome: "unknown-host"; readonly host: string; readonly known: readonly string[] }
  | {
      readonly outcome: "unknown-path";
      readonly path: string;
      /** Servers of the contract that have this path and method. */
      readonly otherServers: readonly string[];
    }
  | { readonly outcome: "unknown-method"; readonly method: string; readonly allowed: readonly string[] }
  | { readonly outcome: "malformed-url"; readonly url: string };

/** A request whose operation is known. */
export type Matched = Extract<Match, { outcome: "matched" }>;

export type Router = (request: Pick<ExchangeRequest, "method" | "url" | "headers">) => Match;

interface Site {
  readonly server: Server;
  readonly hostPattern: RegExp | null;
  readonly tree: PathTree<Map<string, Operation>>;
}

/**
 * Creates the function that finds the operation of a request.
 *
 * @param hosts hosts seen in traffic to hosts of the contract, `"*"` on the left for any, on the right for all
 */
export function createRouter(model: ContractModel, hosts: Readonly<Record<string, string>>): Router {
  const sites = model.servers.map((server, index) => createSite(model, server, index));
  const mapped = new Map(Object.entries(hosts).map(([from, to]) => [normalHost(from, null), to]));
  const findSites = rememberSites((target) => sitesFor(sites, mapped, target));
  return (request) => {
    const target = readTarget(request);
    if (target === null) return { outcome: "malformed-url", url: request.url };
    const candidates = findSites(target);
    if (candidates.length === 0) return unknownHost(sites, target);
    return (
      matchSites(candidates, target, request.method.toUpperCase()) ??
      unknownPath(sites, candidates, target, request.method)
    );
  };
}

/** Limit of the cache: hosts come from messages. */
const MAX_CACHED_HOSTS = 1_000;

/** Caches the sites of a host: nearly all requests go to a few hosts. */
function rememberSites(find: (target: RequestTarget) => Site[]): (target: RequestTarget) => readonly Site[] {
  const known = new Map<string, Site[]>();
  return (target) => {
    if (target.host === null) return find(target);
    const key = `${target.scheme ?? ""}//${target.host}`;
    const remembered = known.get(key);
    if (remembered) return remembered;
    const found = find(target);
    if (known.size < MAX_CACHED_HOSTS) known.set(key, found);
    return found;
  };
}

function createSite(model: ContractModel, server: Server, index: number): Site {
  const tree = createTree<Map<string, Operation>>();
  for (const operation of model.operations) {
    if (!operation.servers.includes(index)) continue;
    const leaf = growTree(tree, server.basePath + operation.path);
    leaf.leaf ??= new Map();
    leaf.leaf.set(operation.method, operation);
  }
  return { server, hostPattern: hostPattern(server), tree };
}

/** The pattern of a host with variables; null when the host is fixed or missing. */
function hostPattern({ host, variables }: Server): RegExp | null {
  if (host === null || !host.includes("{")) return null;
  const source = host.split(/\{([^{}]*)\}/).map((piece, index) => {
    const values = variables[piece];
    if (index % 2 === 0) return escapeHost(piece);
    return values ? `(?:${values.map((value) => escapeHost(value.toLowerCase())).join("|")})` : "[^/]*";
  });
  return new RegExp(`^${source.join("")}$`);
}

function escapeHost(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function sitesFor(
  sites: readonly Site[],
  mapped: ReadonlyMap<string, string>,
  { host, scheme }: RequestTarget,
): Site[] {
  if (host === null) return [...sites];
  const direct = sites.filter((site) => servesHost(site, host, scheme));
  const to = mapped.get(host) ?? (direct.length === 0 ? mapped.get("*") : undefined);
  if (to === undefined) return direct;
  return to === "*" ? [...sites] : sites.filter((site) => servesHost(site, normalHost(to, null), null));
}

function servesHost({ server, hostPattern }: Site, host: string, scheme: string | null): boolean {
  if (server.host === null) return true;
  if (hostPattern) return hostPattern.test(host);
  return (
    normalHost(server.host, scheme ?? server.scheme) === host ||
    normalHost(server.host, server.scheme) === host
  );
}

function matchSites(sites: readonly Site[], target: RequestTarget, method: string): Match | null {
  let allowed: Set<string> | null = null;
  const segments = target.path.split("/").slice(1);
  for (const asked of method === "HEAD" ? HEAD_METHODS : [method]) {
    for (const { server, tree } of sites) {
      const fit = firstInTree(tree, segments, (values) => fitsVariables(server, values));
      if (fit === null) continue;
      const operation = fit.leaf.get(asked);
      if (operation) {
        return {
          outcome: "matched",
          operation,
          server,
          pathValues: fit.values,
          target,
          isHead: method === "HEAD",
        };
      }
      allowed ??= new Set();
      for (const known of fit.leaf.keys()) allowed.add(known);
    }
  }
  if (allowed === null) return null;
  if (allowed.has("GET")) allowed.add("HEAD");
  return { outcome: "unknown-method", method, allowed: [...allowed].sort() };
}

/** A GET operation also responds to HEAD. */
const HEAD_METHODS = ["HEAD", "GET"];

function fitsVariables({ variables, basePath }: Server, values: Readonly<Record<string, string>>): boolean {
  if (!basePath.includes("{")) return true;
  return Object.entries(values).every(([name, value]) => {
    const allowed = basePath.includes(`{${name}}`) ? variables[name.toLowerCase()] : null;
    return !allowed || allowed.includes(value);
  });
}

function unknownHost(sites: readonly Site[], { host }: RequestTarget): Match {
  return { outcome: "unknown-host", host: host ?? "", known: serverNames(sites) };
}

/** Looks for the path on the other servers: most often the request went to the wrong host. */
function unknownPath(
  sites: readonly Site[],
  asked: readonly Site[],
  target: RequestTarget,
  method: string,
): Match {
  const rests = new Set(asked.map(({ server }) => withoutBase(target.path, server.basePath)));
  const elsewhere = sites.filter((site) =>
    [...rests].some((rest) => {
      const path = site.server.basePath + rest;
      return matchSites([site], { ...target, path }, method.toUpperCase())?.outcome === "matched";
    }),
  );
  return { outcome: "unknown-path", path: target.path, otherServers: serverNames(elsewhere) };
}

function withoutBase(path: string, base: string): string {
  return base !== "" && path.startsWith(`${base}/`) ? path.slice(base.length) : path;
}

function serverNames(sites: readonly Site[]): string[] {
  return [...new Set(sites.map(({ server }) => server.host ?? server.url))].sort();
}
