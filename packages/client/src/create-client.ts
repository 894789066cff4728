import { usableKey } from "./attempt.js";
import { requestBody } from "./body.js";
import { type Methods, methods } from "./methods.js";
import type { ClientOptions } from "./options.js";
import { type Encode, performer } from "./perform.js";
import { type Resources, resources } from "./resource.js";
import { ROUTES } from "./route.js";

/** The API by resource (`client.media.list()`) and by method and path (`client.GET("/media")`). */
export type Client = Resources & Methods;

/** What of a client only reads. */
export type Reader = {
  readonly [Name in keyof Resources]: Pick<Resources[Name], keyof Resources[Name] & ("list" | "get")>;
} & Pick<Methods, "GET">;

/**
 * A client of the Ittybit media API. It sends each call to the host and in the body format that the contract
 * names, tries again where that is safe, and refuses what the API would refuse before anything is sent.
 *
 * @throws InputError when the key cannot stand in a header, or a base URL is none.
 */
export const createClient = (options: ClientOptions): Client => made(options, requestBody);

/** A client that can list and get, and no more: a page that uses this one does not carry the code of uploads. */
export const createReader = (options: ClientOptions): Reader => made(options);

function made(options: ClientOptions, encode?: Encode): Client {
  if (typeof options.apiKey !== "function") usableKey(options.apiKey);
  const perform = performer(options, encode);
  const routes = ROUTES.filter(([, { method }]) => encode || method === "GET");
  return { ...resources(perform, routes), ...methods(perform, routes) };
}
