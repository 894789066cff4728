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
import type { Arguments, Envelope, Taken } from "./methods.js";

/** Whatever fails is an error that the client throws. */
export type QueryFailure = CallFailure | InputError;

type MethodName = "get" | "post" | "patch" | "delete";

/** What is said besides what is fetched and under which key. */
type Besides<Options> = Omit<Options, "queryKey" | "queryFn">;

type Queried<Page, Selected> = Besides<UseQueryOptions<Page, QueryFailure, Selected>>;

type Suspended<Page, Selected> = Besides<UseSuspenseQueryOptions<Page, QueryFailure, Selected>>;

type Grown<Page, Selected> = Besides<UseInfiniteQueryOptions<Page, QueryFailure, Selected, QueryKey, number>>;

/** The path of an operation, what goes with it, and options of the hook. */
type Asked<Path extends Taken<"get">, Options> = [
  method: "get",
  path: Path,
  ...init: [...init: Arguments<Path, "get">, options?: Options],
];

/** The hooks of openapi-react-query, typed by the contract as the client is: open enums stay texts. */
export interface QueryHooks {
  /** Options for `useQuery`, `useQueries`, `prefetchQuery` and the like. */
  queryOptions<Path extends Taken<"get">, Selected = Envelope<Path, "get">>(
    ...asked: Asked<Path, Queried<Envelope<Path, "get">, Selected>>
  ): Queried<Envelope<Path, "get">, Selected> & {
    queryKey: QueryKey;
    queryFn: QueryFunction<Envelope<Path, "get">>;
  };

  useQuery<Path extends Taken<"get">, Selected = Envelope<Path, "get">>(
    ...asked: Asked<Path, Queried<Envelope<Path, "get">, Selected>>
  ): UseQueryResult<Selected, QueryFailure>;

  useSuspenseQuery<Path extends Taken<"get">, Selected = Envelope<Path, "get">>(
    ...asked: Asked<Path, Suspended<Envelope<Path, "get">, Selected>>
  ): UseSuspenseQueryResult<Selected, QueryFailure>;

  /** Pages by the number in a query parameter; `infiniteList` follows the links of the API instead. */
  useInfiniteQuery<Path extends Taken<"get">, Selected = InfiniteData<Envelope<Path, "get">>>(
    method: "get",
    path: Path,
    init: Arguments<Path, "get">[0],
    options: Grown<Envelope<Path, "get">, Selected> & { pageParamName?: string },
  ): UseInfiniteQueryResult<Selected, QueryFailure>;

  useMutation<Name extends Exclude<MethodName, "get">, Path extends Taken<Name>, Kept = unknown>(
    method: Name,
    path: Path,
    options?: Omit<
      UseMutationOptions<Envelope<Path, Name>, QueryFailure, NonNullable<Arguments<Path, Name>[0]>, Kept>,
      "mutationKey" | "mutationFn"
    >,
  ): UseMutationResult<Envelope<Path, Name>, QueryFailure, NonNullable<Arguments<Path, Name>[0]>, Kept>;
}
