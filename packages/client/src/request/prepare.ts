import { versionHeader } from "@ittybit/openapi";
import { optionMerger, type Settings } from "../merge-options.js";
import type { ClientOptions, UploadOptions } from "../options.js";
import { USER_AGENT } from "../platform/user-agent.js";
import type { Body } from "../upload/body.js";
import { checkHeaders, type HeaderRecord, mergeHeaders } from "./headers.js";
import type { Outcome } from "./outcome.js";
import type { Route } from "./route.js";
import { linkUrl, type Target, type UrlParams, urlOf } from "./url.js";

/** The arguments of a call as openapi-fetch takes them, or a link between pages in their place. */
export interface CallArguments {
  readonly params?: UrlParams & { readonly header?: Record<string, string> };
  readonly body?: object | undefined;
  /** A link to request instead of the path and the query. */
  readonly link?: unknown;
  /** The URL of the page that has the link. */
  readonly page?: string | undefined;
}

/** Sends a call of an operation, and returns how it ended. */
export type Execute = (target: Target, call?: CallArguments, options?: UploadOptions) => Promise<Outcome>;

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
  /** Encoded after the rest was validated. */
  body: Body | undefined;
  readonly settings: Settings;
}

/**
 * Creates the function that prepares every request of a client. What all calls share is computed once.
 *
 * @throws InputError for an option that does not exist.
 */
export function preparer(client: ClientOptions) {
  const mergeOptions = optionMerger(client);
  const shared = mergeHeaders(USER_AGENT, client.headers);
  const merge = ({ version }: Settings, ofOptions?: object, ofParams?: object) =>
    checkHeaders(mergeHeaders(shared, ofOptions, { [versionHeader]: version }, ofParams));
  let defaultHeaders: HeaderRecord | undefined;
  /** The headers of most calls are those of the client, which are merged with the first of them. */
  function headersOf(settings: Settings, options?: UploadOptions, header?: object): HeaderRecord {
    if (options || header) return merge(settings, options?.headers, header);
    defaultHeaders ??= merge(settings);
    return defaultHeaders;
  }
  return (
    target: Target,
    { params = {}, link, page }: CallArguments,
    options: UploadOptions | undefined,
  ): PreparedRequest => {
    const { method, path } = target;
    const operation = `${method} ${path}`;
    const first = urlOf(target, params);
    const url = link === undefined ? first : linkUrl(operation, link, page ?? first, target);
    const settings = mergeOptions(options);
    const headers = headersOf(settings, options, params.header);
    return { operation, method, url, headers, body: undefined, settings };
  };
}
