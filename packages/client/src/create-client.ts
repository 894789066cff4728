import { authentication, servers, versionHeader } from "@ittybit/openapi";
import type { paths } from "@ittybit/openapi/types";
import createFetchClient, { type Client as FetchClient } from "openapi-fetch";
import { formFields } from "./form-fields.js";
import { findRoute, METHODS, type Method, type Route } from "./route.js";

/** Short name of a host of the API. */
export type ServerName = keyof typeof servers;

/** What every call of a client has in common. */
export interface ClientOptions {
  /** An API key of the account: printable ASCII without spaces. */
  readonly apiKey: string;
  /**
   * The API version that answers, as a date: `2024-03-21`.
   *
   * @default the newest stable version, chosen by the server
   */
  readonly version?: string;
  /**
   * Where the API is: one URL for every host, as a mock has, or one for each host by its short name.
   *
   * @default the hosts of the contract
   */
  readonly baseUrl?: string | Partial<Readonly<Record<ServerName, string>>>;
  /** @default the global `fetch` */
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * The methods of openapi-fetch, typed by the contract: `client.GET("/media", { params: { query } })` answers
 * `{ data, error, response }`.
 */
export type Client = Pick<FetchClient<paths>, (typeof METHODS)[number]>;

/**
 * A client of the Ittybit media API. It sends each call to the host and in the body format that the contract
 * names, so a body is always a plain object.
 *
 * @throws TypeError when the key cannot stand in a header.
 */
export function createClient(options: ClientOptions): Client {
  const fetchClient = createFetchClient<paths>({
    headers: {
      [authentication.header]: `${authentication.prefix}${usableKey(options.apiKey)}`,
      [versionHeader]: options.version,
    },
    fetch: (request) => (options.fetch ?? globalThis.fetch)(request),
  });
  const call = (method: Method) => (path: string, init?: object) =>
    fetchClient[method as "GET"](
      path as never,
      { ...placed(findRoute(method, path), options), ...init } as never,
    );
  return Object.fromEntries(METHODS.map((method) => [method, call(method)])) as unknown as Client;
}

/** A key that a header refuses would be quoted in the error of the header. */
function usableKey(key: string): string {
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw new TypeError("apiKey: must be printable ASCII without spaces, as the Ittybit Admin shows it");
}

/** Where the call goes and how its body is written, in the words of openapi-fetch. */
function placed(route: Route | undefined, { baseUrl }: ClientOptions): object {
  const server = route?.server ?? "api";
  const base = (typeof baseUrl === "string" ? baseUrl : baseUrl?.[server]) ?? servers[server];
  switch (route?.mediaType) {
    case "multipart/form-data":
      return { baseUrl: base, bodySerializer: multipart };
    case "application/x-www-form-urlencoded":
      return { baseUrl: base, bodySerializer: urlencoded, headers: { "Content-Type": route.mediaType } };
    case null:
    case undefined:
      return { baseUrl: base };
    default:
      return route satisfies never;
  }
}

function multipart(body: object): FormData {
  const form = new FormData();
  for (const [name, value] of formFields(body)) form.append(name, value);
  return form;
}

function urlencoded(body: object): string {
  return new URLSearchParams([...formFields(body)] as [string, string][]).toString();
}
