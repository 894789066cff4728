import { authentication, readRoutes, servers, versionHeader, writeRoutes } from "@ittybit/openapi";
import type { paths } from "@ittybit/openapi/types";
import createFetchClient, { type Client, type ClientOptions } from "openapi-fetch";

/**
 * Options of openapi-fetch, with those of the contract.
 *
 * @example
 * ```ts
 * import { createClient, type OpenapiFetchOptions } from "@ittybit/client/openapi-fetch";
 *
 * const options: OpenapiFetchOptions = { apiKey: "key", version: "2024-03-21" };
 * const ittybit = createClient(options);
 * ```
 */
export interface OpenapiFetchOptions extends Omit<ClientOptions, "baseUrl"> {
  /** Null sends no key, for a page whose own server adds it. */
  readonly apiKey: string | null;
  /** The API version to use, as a date. */
  readonly version?: string | undefined;
  /** One URL for all hosts, as for a mock. @default the hosts of the contract */
  readonly baseUrl?: string | undefined;
}

/**
 * Creates a client of openapi-fetch itself, set up with the hosts, headers and bodies of the contract. Everything that
 * openapi-fetch offers works, middleware included. It does not retry, validate or report progress: the main entry does.
 *
 * @example
 * ```ts
 * import { createClient } from "@ittybit/client/openapi-fetch";
 *
 * const ittybit = createClient({ apiKey: "key" });
 * ittybit.use({ onResponse: ({ response }) => console.log(response.status) });
 * const { data, error } = await ittybit.GET("/media", { params: { query: { limit: 25 } } });
 * console.log(data?.data.length ?? error);
 * ```
 */
export function createClient({
  apiKey,
  version,
  baseUrl,
  headers,
  ...options
}: OpenapiFetchOptions): Client<paths> {
  const client = createFetchClient<paths>({
    baseUrl: baseUrl ?? servers.api,
    bodySerializer: serializeBody,
    ...options,
    headers: {
      ...(apiKey !== null && { [authentication.header]: authentication.prefix + apiKey }),
      ...(version !== undefined && { [versionHeader]: version }),
      ...(headers as Record<string, string> | undefined),
    },
  });
  client.use({
    onRequest: ({ request, schemaPath }) => {
      const route = ROUTES.find(({ method, path }) => method === request.method && path === schemaPath);
      if (route?.mediaType === FORM) request.headers.set("Content-Type", FORM);
      // An operation on a host of its own: openapi-fetch has one base URL.
      if (baseUrl !== undefined || !route || route.server === "api") return undefined;
      return new Request(request.url.replace(servers.api, servers[route.server]), request);
    },
  });
  return client;
}

const ROUTES = Object.values({ ...readRoutes, ...writeRoutes });

const FORM = "application/x-www-form-urlencoded";

/** A form with a file or a URL is multipart; text alone is form-encoded, as an update is. */
function serializeBody(value: unknown): FormData | URLSearchParams {
  const body = Object(value);
  const entries = Object.entries(body).filter(([, value]) => value !== undefined);
  const form = "file" in body || "url" in body ? new FormData() : new URLSearchParams();
  for (const [name, value] of entries) {
    for (const [key, each] of flatten(name, value)) (form as FormData).append(key, each as string);
  }
  return form;
}

/** An object becomes `name[key]` entries (`deepObject`). A Blob stays as it is. */
const flatten = (name: string, value: unknown): [name: string, value: unknown][] =>
  typeof value === "object" && value !== null && !("size" in value)
    ? Object.entries(value).map(([key, each]) => [`${name}[${key}]`, each])
    : [[name, value]];
