import type { CallFailure, InputError } from "@ittybit/client";
import type {
  InfiniteData,
  QueryFunction,
  QueryKey,
  UseInfiniteQueryOptions,
  UseInfiniteQueryResult,
  UseMutationOptions,
  UseMutationResult,
  UseQueryOptions,
  UseQueryResult,
  UseSuspenseQueryOptions,
  UseSuspenseQueryResult,
} from "@tanstack/react-query";
import type { Arguments, Envelope, PathsWith } from "./http-methods.js";

/** Every error of a hook; the client throws each of them. */
export type QueryFailure = CallFailure | InputError;

type MethodName = "get" | "post" | "patch" | "delete";

/** The options of a hook without the request and its key. */
type HookOptions<Options> = Omit<Options, "queryKey" | "queryFn">;

type QueryOptions<Page, Selected> = HookOptions<UseQueryOptions<Page, QueryFailure, Selected>>;

type SuspenseQueryOptions<Page, Selected> = HookOptions<
  UseSuspenseQueryOptions<Page, QueryFailure, Selected>
>;

type InfiniteQueryOptions<Page, Selected> = HookOptions<
  UseInfiniteQueryOptions<Page, QueryFailure, Selected, QueryKey, number>
>;

/** The path of an operation, what goes with it, and options of the hook. */
type QueryArguments<Path extends PathsWith<"get">, Options> = [
  method: "get",
  path: Path,
  ...init: [...init: Arguments<Path, "get">, options?: Options],
];

/** The hooks of openapi-react-query, typed by the contract as the client is: open enums accept any string. */
export interface QueryHooks {
  /** Options for `useQuery`, `useQueries`, `prefetchQuery` and the like. */
  queryOptions<Path extends PathsWith<"get">, Selected = Envelope<Path, "get">>(
    ...args: QueryArguments<Path, QueryOptions<Envelope<Path, "get">, Selected>>
  ): QueryOptions<Envelope<Path, "get">, Selected> & {
    queryKey: QueryKey;
    queryFn: QueryFunction<Envelope<Path, "get">>;
  };

  useQuery<Path extends PathsWith<"get">, Selected = Envelope<Path, "get">>(
    ...args: QueryArguments<Path, QueryOptions<Envelope<Path, "get">, Selected>>
  ): UseQueryResult<Selected, QueryFailure>;

  useSuspenseQuery<Path extends PathsWith<"get">, Selected = Envelope<Path, "get">>(
    ...args: QueryArguments<Path, SuspenseQueryOptions<Envelope<Path, "get">, Selected>>
  ): UseSuspenseQueryResult<Selected, QueryFailure>;

  /** Requests pages by number, in a query parameter; `infiniteList` follows the links of the API instead. */
  useInfiniteQuery<Path extends PathsWith<"get">, Selected = InfiniteData<Envelope<Path, "get">>>(
    method: "get",
    path: Path,
    init: Arguments<Path, "get">[0],
    options: InfiniteQueryOptions<Envelope<Path, "get">, Selected> & { pageParamName?: string },
  ): UseInfiniteQueryResult<Selected, QueryFailure>;

  useMutation<Name extends Exclude<MethodName, "get">, Path extends PathsWith<Name>, Context = unknown>(
    method: Name,
    path: Path,
    options?: Omit<
      UseMutationOptions<Envelope<Path, Name>, QueryFailure, NonNullable<Arguments<Path, Name>[0]>, Context>,
      "mutationKey" | "mutationFn"
    >,
  ): UseMutationResult<Envelope<Path, Name>, QueryFailure, NonNullable<Arguments<Path, Name>[0]>, Context>;
}
