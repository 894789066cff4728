import { servers } from "@ittybit/openapi";
import { InputError, PageError } from "../errors.js";
import type { ClientOptions } from "../options.js";
import type { Route, ServerName } from "./route.js";
import { checkNames, validateFields } from "./validate.js";

/** Path and query parameters of a call. */
export interface UrlParams {
  readonly path?: object | undefined;
  readonly query?: object | undefined;
}

/** A route, where it is requested, and where the API says that it is. */
export interface Target extends Route {
  /** The base URL, without a trailing slash. */
  readonly base: string;
  /** The base URL in the links of the API, known after the first response: a proxy may have rewritten the request. */
  upstream?: string | undefined;
}

/** The target of a route for a client. @throws InputError when the base URL is not that of an API. */
export const targetOf = (route: Route, { baseUrl }: ClientOptions): Target => ({
  ...route,
  base: baseUrlOf(route.server, baseUrl),
});

/** The base URL of a server. @throws InputError when it is not the URL of an API. */
function baseUrlOf(server: ServerName, baseUrl: ClientOptions["baseUrl"]): string {
  const byHost = typeof baseUrl === "object" && baseUrl && !("href" in baseUrl);
  if (byHost) checkNames(Object.keys(servers), baseUrl, "baseUrl.");
  const given = byHost ? baseUrl[server] : baseUrl;
  if (given === undefined) return servers[server];
  const url = parseUrl(given);
  if (!url || !/^https?:\/\/[^@?#]*$/.test(url.href))
    throw new InputError("baseUrl", "must be an HTTP URL of host and path");
  return url.href.replace(/\/$/, "");
}

/** Undefined for what is not a URL. */
function parseUrl(url: unknown, base?: string): URL | undefined {
  try {
    return new URL(url as string, base);
  } catch {
    return undefined;
  }
}

/** The URL of a call. @throws InputError when the contract does not accept a parameter. */
export function urlOf({ path, params, base }: Target, values: UrlParams): string {
  validateFields(params.path, values.path);
  validateFields(params.query, values.query);
  return base + serializePath(path, values.path) + serializeQuery(values.query);
}

function serializePath(template: string, values: object | undefined): string {
  let path = template;
  for (const name in values) path = path.replace(`{${name}}`, encodeURIComponent(values[name as never]));
  return path;
}

/** Every query parameter of the contract is a string or a number. */
function serializeQuery(values: object | undefined): string {
  let query = "";
  for (const name in values) {
    const value = values[name as never];
    if (value !== undefined) query += `${query ? "&" : "?"}${name}=${encodeURIComponent(value)}`;
  }
  return query;
}

/**
 * The URL of a link on a page. What the API calls itself is rewritten to the base URL, as for a proxy, and a relative
 * link resolves against the page (RFC 3986, 5). The key must not be sent to another origin.
 */
export function linkUrl(
  operation: string,
  link: unknown,
  page: string,
  { server, base, upstream }: Target,
): string {
  const url = parseUrl(link, page);
  if (!url) throw new PageError(operation, `has a link that is not a URL: ${link}`);
  const { href, origin } = url;
  const prefix = [upstream, base, servers[server]].find((each) => each && href.startsWith(`${each}/`));
  if (prefix) return base + href.slice(prefix.length);
  if (origin === new URL(base).origin) return href;
  throw new PageError(operation, `is not followed to another origin, ${origin}`);
}

/** Learns from `links.self` of a response what the API calls its base URL. */
export function learnUpstream(target: Target, url: string, self: unknown): void {
  const { base, upstream } = target;
  if (!self || `${self}`.startsWith(`${upstream}/`)) return;
  const path = url.startsWith(`${base}/`) && url.slice(base.length).split("?")[0];
  const { origin, pathname } = parseUrl(self) ?? {};
  if (path && pathname?.endsWith(path)) target.upstream = origin + pathname.slice(0, -path.length);
}
