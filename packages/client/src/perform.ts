import { servers, versionHeader } from "@ittybit/openapi";
import { createFinalURL } from "openapi-fetch";
import type { Outcome } from "./attempt.js";
import { checkFields } from "./check.js";
import { InputError, PageError } from "./errors.js";
import { exchange } from "./exchange.js";
import { mergedHeaders } from "./headers.js";
import type { ClientOptions, UploadOptions } from "./options.js";
import { USER_AGENT } from "./platform.js";
import { ROUTES, type Route } from "./route.js";
import type { Body } from "./transmit.js";

/** What openapi-fetch takes for a call, and what we take besides. */
export interface Init extends UploadOptions {
  readonly params?: Params;
  readonly body?: object;
  /** A URL to call as it is, in place of the path and the query. */
  readonly link?: string;
}

interface Params {
  readonly path?: object;
  readonly query?: object;
  readonly header?: Record<string, string>;
}

/** Sends a call, named by method and path template, and tells how it ended. */
export type Perform = (method: string, path: string, init?: Init) => Promise<Outcome>;

/** Writes a plain object as the body that a route wants. */
export type Encode = (route: Route, body: object) => Promise<Body>;

/**
 * Makes the one function that every call of a client goes through. What is the same for every call is worked out
 * here, once.
 *
 * @throws InputError when a base URL is none.
 */
export function performer(client: ClientOptions, encode?: Encode): Perform {
  const known = new Map(
    ROUTES.map(([, route]) => [`${route.method} ${route.path}`, { route, base: baseUrl(client, route) }]),
  );
  const shared = mergedHeaders(USER_AGENT, client.headers);
  return async (method, path, init = {}) => {
    const operation = `${method} ${path}`;
    const { route, base } = known.get(operation) ?? unknown(operation);
    const { params = {}, link } = init;
    const url =
      link === undefined ? urlOf(route, base, params) : linked(operation, link, base, servers[route.server]);
    const body = route.mediaType ? await encode?.(route, init.body ?? {}) : undefined;
    const version = { [versionHeader]: init.version ?? client.version };
    const headers = mergedHeaders(shared, init.headers, version, params.header);
    return exchange({ operation, method, url, headers, body, client, init });
  };
}

function unknown(operation: string): never {
  throw new InputError(operation, "is not in the contract");
}

function urlOf({ path, params }: Route, baseUrl: string, given: Params): string {
  checkFields(params.path, given.path);
  checkFields(params.query, given.query);
  return createFinalURL(path, {
    baseUrl,
    params: given as { path?: Record<string, unknown>; query?: Record<string, unknown> },
    pathSerializer,
    querySerializer,
  });
}

const pathSerializer = (path: string, values: Record<string, unknown>): string =>
  path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(values[name])));

/** Every query parameter of the contract is a text or a number. */
function querySerializer(values: Record<string, unknown>): string {
  let query = "";
  for (const name in values) {
    if (values[name] !== undefined) query += `&${name}=${encodeURIComponent(String(values[name]))}`;
  }
  return query.slice(1);
}

/** Where a route is, without a slash at its end. @throws InputError when it is not a URL of http or https. */
function baseUrl({ baseUrl }: ClientOptions, { server }: Route): string {
  const url = (typeof baseUrl === "string" ? baseUrl : baseUrl?.[server]) ?? servers[server];
  if (/^https?:\/\/[^/]/i.test(url)) return url.replace(/\/$/, "");
  throw new InputError("baseUrl", `must be an http or https URL, not ${url}`);
}

/**
 * A link to the API's own host is followed to where the client finds the API, as through a proxy. The key must not
 * leave for another origin.
 */
function linked(operation: string, link: string, base: string, host: string): string {
  const { href, origin } = new URL(link.startsWith(`${host}/`) ? base + link.slice(host.length) : link, base);
  if (origin === new URL(base).origin) return href;
  throw new PageError(operation, `is not followed to another origin, ${origin}`);
}
