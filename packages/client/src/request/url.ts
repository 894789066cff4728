import { servers } from "@ittybit/openapi";
import { definedEntries } from "../defined-entries.js";
import { InputError, PageError } from "../errors.js";
import type { ClientOptions } from "../options.js";
import type { Route } from "./route.js";
import { validateFields } from "./validate.js";

/** Path and query parameters of a call. */
export interface UrlParams {
  readonly path?: object;
  readonly query?: object;
}

/** The base URL of a route, without a trailing slash. @throws InputError when it is not an http or https URL. */
export function baseUrlOf({ baseUrl }: ClientOptions, { server }: Route): string {
  const url = (typeof baseUrl === "string" ? baseUrl : baseUrl?.[server]) ?? servers[server];
  if (/^https?:\/\/[^/]/i.test(url)) return url.replace(/\/$/, "");
  throw new InputError("baseUrl", `must be an http or https URL, not ${url}`);
}

/** The URL of a call. @throws InputError when the contract does not accept a parameter. */
export function urlOf({ path, params }: Route, baseUrl: string, values: UrlParams): string {
  validateFields(params.path, values.path);
  validateFields(params.query, values.query);
  const query = serializeQuery(values.query);
  return baseUrl + serializePath(path, values.path) + (query && `?${query}`);
}

const serializePath = (path: string, values: object = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(values[name as never])));

/** Every query parameter of the contract is a string or a number. */
const serializeQuery = (values: object | undefined): string =>
  definedEntries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join("&");

/**
 * The URL of a link. A link to the API's own host is rewritten to the base URL, as for a proxy. The key must not
 * be sent to another origin.
 */
export function linkUrl(operation: string, link: string, base: string, { server }: Route): string {
  const host = servers[server];
  const { href, origin } = new URL(link.startsWith(`${host}/`) ? base + link.slice(host.length) : link, base);
  if (origin === new URL(base).origin) return href;
  throw new PageError(operation, `is not followed to another origin, ${origin}`);
}
