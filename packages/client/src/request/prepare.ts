import { versionHeader } from "@ittybit/openapi";
import { InputError } from "../errors.js";
import { optionMerger, type Settings } from "../merge-options.js";
import type { ClientOptions, UploadOptions } from "../options.js";
import { USER_AGENT } from "../platform/user-agent.js";
import type { Body } from "../upload/body.js";
import { checkHeaders, type HeaderRecord, mergeHeaders } from "./headers.js";
import type { Outcome } from "./outcome.js";
import type { Route } from "./route.js";
import { baseUrlOf, linkUrl, type Target, type UrlParams, urlOf } from "./url.js";

/** The arguments of a call as openapi-fetch takes them, and our own options. */
export interface Init extends UploadOptions {
  readonly params?: UrlParams & { readonly header?: Record<string, string> };
  readonly body?: object;
  /** A link to request instead of the path and the query. */
  readonly link?: unknown;
  /** The URL of the page that has the link. */
  readonly page?: string | undefined;
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
  readonly target: Target;
  readonly settings: Settings;
  /** What the options pass on to `fetch`. */
  readonly init: object | undefined;
}

/**
 * Creates the function that prepares every request of a client. What all calls share is computed here, once.
 *
 * @throws InputError when a base URL is invalid.
 */
export function preparer(client: ClientOptions, routes: readonly Route[], encoder?: BodyEncoder) {
  const targets = new Map(
    routes.map((route): [string, Target] => [
      `${route.method} ${route.path}`,
      { route, base: baseUrlOf(client, route) },
    ]),
  );
  const mergeOptions = optionMerger(client);
  const shared = mergeHeaders(USER_AGENT, client.headers);
  return async (method: string, path: string, call: Init = {}): Promise<PreparedRequest> => {
    const operation = `${method} ${path}`;
    const target = targets.get(operation);
    if (!target) throw new InputError(operation, "is not in the contract");
    const { route, base } = target;
    const { params = {}, link, page, body } = call;
    const init = optionsOf(call);
    const first = urlOf(route, base, params);
    const url = link === undefined ? first : linkUrl(operation, link, page ?? first, target);
    const encoded = route.mediaType ? await encoder?.encode(route, body ?? {}) : undefined;
    const settings = mergeOptions(init);
    const version = { [versionHeader]: settings.version };
    const headers = mergeHeaders(shared, init?.headers, version, params.header);
    checkHeaders(headers);
    return { operation, method, url, headers, body: encoded, settings, target, init };
  };
}

/** The options among the arguments of a call, if there are any. A loop is much faster than a rest pattern. */
function optionsOf(call: Init): UploadOptions | undefined {
  let options: Record<string, string> | undefined;
  for (const name in call) {
    const value = call[name as never];
    if (value === undefined || /^(params|link|page|body)$/.test(name)) continue;
    options ??= {};
    options[name] = value;
  }
  return options;
}
