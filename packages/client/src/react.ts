// Imported by name, so that both entries share one class.
import { ApiError, type ListOptions, type Reader } from "@ittybit/client";
import type { MediaResponse, paths } from "@ittybit/openapi/types";
import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryKey,
  type UndefinedInitialDataInfiniteOptions,
  type UseQueryResult,
} from "@tanstack/react-query";
import type { Client as FetchClient } from "openapi-fetch";
import createOpenapiQueries from "openapi-react-query";
import { FIRST_POLL_INTERVAL_MS, LONGEST_POLL_INTERVAL_MS, POLL_INTERVAL_GROWTH } from "./poll-interval.js";
import type { QueryFailure, QueryHooks } from "./react-types.js";
import type { ErrorEnvelope } from "./request/response.js";

/** The lists of a client, by resource. */
type Lists = {
  readonly [Name in keyof Reader as Reader[Name] extends { list: unknown } ? Name : never]: Reader[Name];
};

type Query<Name extends keyof Lists> = NonNullable<Parameters<Lists[Name]["list"]>[0]>;
type PageOf<Name extends keyof Lists> = Awaited<ReturnType<ReturnType<Lists[Name]["list"]>["orThrow"]>>;

type List<Query, Page> = (query?: Query, options?: ListOptions) => { orThrow(): Promise<Page> };

/** One page as a cache can store it: the envelope without the response. */
export type CachedPage<Page> = Pick<Page, keyof Page & ("data" | "meta" | "links")>;

/** The hooks of openapi-react-query, and lists that load page after page. */
export interface Queries extends QueryHooks {
  /** Options for `useInfiniteQuery`: `queries.infiniteList("videos", { limit: 50 })`. */
  infiniteList<Name extends keyof Lists>(
    name: Name,
    query?: Query<Name>,
  ): InfiniteList<CachedPage<PageOf<Name>>>;
  /** Requests a Media until it is complete, failed or deleted, and renders with each new status. */
  useWait(id: string): UseQueryResult<MediaResponse, QueryFailure>;
}

type InfiniteList<Page> = UndefinedInitialDataInfiniteOptions<
  Page,
  QueryFailure,
  InfiniteData<Page, string | undefined>,
  QueryKey,
  string | undefined
>;

/**
 * Creates options and hooks of TanStack Query for a client. Every `error` is one that the client throws. Both the client
 * and TanStack Query retry a failed request, so set `retry: 0` in one of them.
 *
 * @example
 * ```tsx
 * import { createReader } from "@ittybit/client";
 * import { createQueries } from "@ittybit/client/react";
 *
 * const queries = createQueries(createReader({ apiKey: null, baseUrl: `${location.origin}/ittybit` }));
 *
 * export function Title({ id }: { id: string }) {
 *   const { data, error } = queries.useQuery("get", "/media/{id}", { params: { path: { id } } });
 *   return <h1>{error ? error.message : data?.data.title}</h1>;
 * }
 * ```
 */
export function createQueries(client: Reader): Queries {
  const openapi = createOpenapiQueries(
    throwing(client) as unknown as FetchClient<paths>,
  ) as unknown as QueryHooks;
  function infiniteList<Name extends keyof Lists>(name: Name, query?: Query<Name>) {
    type Page = CachedPage<PageOf<Name>>;
    const list = client[name].list as unknown as List<Query<Name>, PageOf<Name>>;
    return infiniteQueryOptions<
      Page,
      QueryFailure,
      InfiniteData<Page, string | undefined>,
      QueryKey,
      string | undefined
    >({
      queryKey: ["ittybit", name, query ?? {}],
      queryFn: async ({ pageParam, signal }) => {
        const { data, meta, links } = await list(query, { signal, from: pageParam }).orThrow();
        return { data, meta, links } as Page;
      },
      initialPageParam: undefined,
      getNextPageParam: (page) => nextLink((page as CachedPage<PageOf<"media">>).links),
    });
  }
  const useWait = (id: string) =>
    openapi.useQuery(
      "get",
      "/media/{id}",
      { params: { path: { id } } },
      {
        refetchInterval: ({ state: { data, dataUpdateCount } }) =>
          isFinal(data)
            ? false
            : Math.min(
                FIRST_POLL_INTERVAL_MS * POLL_INTERVAL_GROWTH ** dataUpdateCount,
                LONGEST_POLL_INTERVAL_MS,
              ),
      },
    );
  return { ...openapi, infiniteList, useWait };
}

type Send = (path: string, init?: object) => Promise<{ error?: ErrorEnvelope; response: Response }>;

const isFinal = (response: MediaResponse | undefined): boolean => {
  const { status = "", deleted = null } = response?.data ?? {};
  return deleted !== null || ["complete", "failed"].includes(status);
};

/**
 * The link to the next page, relative where it can be: a page may be fetched by one client, on a server, and the next
 * by another, which does not know what the API calls itself behind its proxy.
 */
function nextLink({ self, next }: { readonly self: string; readonly next: string | null }): string | null {
  const query = next?.indexOf("?") ?? -1;
  return next && query > 0 && self.split("?")[0] === next.slice(0, query) ? next.slice(query) : next;
}

/** The low-level methods, made to throw an error response as they throw every other error. */
const throwing = (client: Reader): Record<string, Send> =>
  Object.fromEntries(
    Object.entries(client as unknown as Record<string, Send>)
      .filter(([method]) => method === method.toUpperCase())
      .map(([method, send]) => [
        method,
        async (path, init) => {
          const result = await send(path, init);
          if (!result.error) return result;
          throw new ApiError(`${method} ${path}`, result.response.status, result.error);
        },
      ]),
  );
