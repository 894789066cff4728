import { usableKey } from "./attempt.js";
import { requestBody } from "./body.js";
import { type Methods, methods } from "./methods.js";
import type { ClientOptions } from "./options.js";
import { baseUrl, performer } from "./perform.js";
import { type Resources, resources } from "./resource.js";
import { ROUTES } from "./route.js";

/** The API by resource (`client.media.list()`) and by method and path (`client.GET("/media")`). */
export type Client = Resources & Methods;

/**
 * A client of the Ittybit media API. It sends each call to the host and in the body format that the contract
 * names, tries again where that is safe, and refuses what the API would refuse before anything is sent.
 *
 * @throws InputError when the key cannot stand in a header, or a base URL is none.
 */
export function createClient(options: ClientOptions): Client {
  if (typeof options.apiKey !== "function") usableKey(options.apiKey);
  for (const route of Object.values(ROUTES)) baseUrl(options, route);
  const perform = performer(options, requestBody);
  return { ...resources(perform), ...methods(perform) };
}
