import { versionHeader } from "@ittybit/openapi";
import { InputError } from "../errors.js";
import type { ClientOptions, UploadOptions } from "../options.js";
import { USER_AGENT } from "../platform/runtime.js";
import { mergeOptions, type Settings } from "../settings.js";
import type { Body } from "../upload/body.js";
import { type HeaderRecord, mergeHeaders } from "./headers.js";
import { ROUTES, type Route } from "./route.js";
import type { Outcome } from "./send.js";
import { baseUrlOf, linkUrl, type UrlParams, urlOf } from "./url.js";

/** The arguments of a call as openapi-fetch takes them, and our own options. */
export interface Init extends UploadOptions {
  readonly params?: UrlParams & { readonly header?: Record<string, string> };
  readonly body?: object;
  /** A URL to request as it is, instead of the path and the query. */
  readonly link?: string;
}

/** Sends a call, given by method and path template, and returns how it ended. */
export type Execute = (method: string, path: string, init?: Init) => Promise<Outcome>;

/** Encodes a plain object as the body that a route expects, and closes the streams in it after the call. */
export interface BodyEncoder {
  encode(route: Route, body: object): Promise<Body>;
  close(body: object): void;
}

/** A request that can be sent as often as its body can be read. */
export interface PreparedRequest {
  /** Method and path template: `GET /media/{id}`. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** All headers except the key. */
  readonly headers: HeaderRecord;
  readonly body: Body | undefined;
  readonly settings: Settings;
  /** What the caller passes on to `fetch`. */
  readonly init: RequestInit;
}

/**
 * Creates the function that prepares every request of a client. What all calls share is computed here, once.
 *
 * @throws InputError when a base URL is invalid.
 */
export function preparer(client: ClientOptions, encoder?: BodyEncoder) {
  const targets = new Map(
    ROUTES.map(([, route]) => [`${route.method} ${route.path}`, { route, base: baseUrlOf(client, route) }]),
  );
  const shared = mergeHeaders(USER_AGENT, client.headers);
  return async (method: string, path: string, options: Init = {}): Promise<PreparedRequest> => {
    const operation = `${method} ${path}`;
    const { route, base } = targets.get(operation) ?? unknown(operation);
    const { params = {}, link, body, ...init } = options;
    const url = link === undefined ? urlOf(route, base, params) : linkUrl(operation, link, base, route);
    const encoded = route.mediaType ? await encoder?.encode(route, body ?? {}) : undefined;
    const settings = mergeOptions(client, init);
    const version = { [versionHeader]: settings.version };
    const headers = mergeHeaders(shared, init.headers, version, params.header);
    return { operation, method, url, headers, body: encoded, settings, init: init as RequestInit };
  };
}

function unknown(operation: string): never {
  throw new InputError(operation, "is not in the contract");
}
