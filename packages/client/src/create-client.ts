import { type Methods, methods } from "./http-methods.js";
import { loadOnDemand } from "./load-on-demand.js";
import type { ClientOptions } from "./options.js";
import { type BodyEncoder, type Execute, preparer } from "./request/prepare.js";
import { sendWithRetries } from "./request/retry.js";
import { READ_ROUTES, type Route, WRITE_ROUTES } from "./request/route.js";
import { checkApiKey } from "./request/send.js";
import { learnUpstream, targetOf } from "./request/url.js";
import { type Resources, resources } from "./resources.js";
import { closeStreams } from "./upload/close-streams.js";
import { addWait, type Wait } from "./wait.js";

/** The API by resource (`client.media.list()`) and by method and path (`client.GET("/media")`). */
export type Client = Resources & Methods & { readonly media: { readonly wait: Wait } };

/** The part of a client that only reads. */
export type Reader = ReadMethods<Resources> & Pick<Methods, "GET">;

type ReadMethods<Resource> = {
  readonly [Name in keyof Resource as Resource[Name] extends (...args: never[]) => unknown
    ? Extract<Name, "list" | "get">
    : Name]: Resource[Name] extends (...args: never[]) => unknown
    ? Resource[Name]
    : ReadMethods<Resource[Name]>;
};

/**
 * Creates a client of the Ittybit media API. It sends each call to the host and in the body format that the contract
 * names, retries where that is safe, and rejects invalid arguments before anything is sent.
 *
 * @throws InputError when the API key cannot be sent in a header, a base URL is invalid, or an option does not exist.
 * @example
 * ```ts
 * import { createClient } from "@ittybit/client";
 *
 * const ittybit = createClient({ apiKey: "key", version: "2024-03-21" });
 * const result = await ittybit.videos.create({ file: { path: "harbour.mp4" }, title: "Harbour at dawn" });
 * if (result.ok) console.log(result.data.id);
 * else console.error(result.error.message);
 * ```
 */
export const createClient = (options: ClientOptions): Client =>
  addWait(build(options, [...READ_ROUTES, ...WRITE_ROUTES], bodyEncoder)) as Client;

/**
 * Creates a client that can only list and get. A page that uses it does not load the code for uploads.
 *
 * @throws InputError when the API key cannot be sent in a header, a base URL is invalid, or an option does not exist.
 * @example
 * ```ts
 * import { createReader } from "@ittybit/client";
 *
 * const ittybit = createReader({ apiKey: "key" });
 * for await (const { id, title } of ittybit.media.list({ limit: 250 })) console.log(id, title);
 * ```
 */
export const createReader = (options: ClientOptions): Reader => build(options, READ_ROUTES);

/** How a client encodes bodies, and closes what is in them. */
const bodyEncoder: BodyEncoder = {
  encode: async (route, body) => (await loadOnDemand()).encodeBody(route, body),
  close: closeStreams,
};

function build(client: ClientOptions, routes: readonly Route[], encoder?: BodyEncoder): Resources & Methods {
  if (typeof client.apiKey !== "function") checkApiKey(client.apiKey);
  const prepare = preparer(client);
  const targets = routes.map((route) => targetOf(route, client));
  const execute: Execute = async (target, call = {}, options) => {
    try {
      const request = prepare(target, call, options);
      if (target.mediaType) request.body = await encoder?.encode(target, call.body ?? {});
      const outcome = await sendWithRetries(request);
      learnUpstream(target, request.url, outcome.success?.links.self);
      return outcome;
    } finally {
      if (call.body) encoder?.close(call.body);
    }
  };
  return { ...resources(execute, targets), ...methods(execute, targets) };
}
