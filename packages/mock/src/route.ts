import type { Operation } from "./document.js";

/** Where a request leads: to an operation, or to one reason why it leads nowhere. */
export type Route =
  | { readonly kind: "operation"; readonly operation: Operation; readonly path: string }
  | { readonly kind: "no-path" }
  | { readonly kind: "no-method"; readonly allow: readonly string[] }
  | { readonly kind: "wrong-host"; readonly servers: readonly string[] };

interface Entry {
  readonly operation: Operation;
  readonly servers: readonly URL[];
  readonly pattern: RegExp;
  readonly templated: boolean;
}

/** Tells which operation a method and URL call. */
export type Router = (method: string, url: URL) => Route;

/**
 * A router over all operations. Paths without a template win over templated ones. A base path of a server is
 * optional in the request. Where the request's host is the host of one of the contract's servers, only
 * operations of that server answer; any other host (127.0.0.1, a container's name) reaches all of them.
 */
export function createRouter(operations: readonly Operation[]): Router {
  const entries = operations.map(entryOf).sort((a, b) => Number(a.templated) - Number(b.templated));
  const hosts = new Set(entries.flatMap((entry) => entry.servers.map((server) => server.host)));

  return (method, url) => {
    const matches = entries.flatMap((entry) => matchPath(entry, url.pathname));
    if (matches.length === 0) return { kind: "no-path" };
    const called = matches.filter(({ entry }) => entry.operation.method.toUpperCase() === method);
    if (called.length === 0) {
      const allow = matches.map(({ entry }) => entry.operation.method.toUpperCase());
      return { kind: "no-method", allow: [...new Set(allow)].sort() };
    }
    const found = called.find(({ entry }) => !hosts.has(url.host) || servesHost(entry, url.host));
    if (found) return { kind: "operation", operation: found.entry.operation, path: found.path };
    return { kind: "wrong-host", servers: called.flatMap(({ entry }) => entry.servers.map(String)) };
  };
}

function entryOf(operation: Operation): Entry {
  const servers = (operation.servers ?? []).map((server) => new URL(server.url, "http://localhost"));
  const bases = servers.map((server) => server.pathname.replace(/\/$/, "")).filter((base) => base !== "");
  const template = operation.path.split(/\{[^}]*\}/).map(escapePattern);
  const base = bases.length > 0 ? `(?:${bases.map(escapePattern).join("|")})?` : "";
  return {
    operation,
    servers,
    pattern: new RegExp(`^${base}(${template.join("[^/]+")})$`),
    templated: template.length > 1,
  };
}

function matchPath(entry: Entry, pathname: string): { entry: Entry; path: string }[] {
  const path = entry.pattern.exec(pathname)?.[1];
  return path === undefined ? [] : [{ entry, path }];
}

function servesHost(entry: Entry, host: string): boolean {
  return entry.servers.some((server) => server.host === host);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
