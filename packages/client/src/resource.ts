import type { OperationNames } from "@ittybit/openapi";
import type { operations } from "@ittybit/openapi/types";
import type { FileInput } from "./file-source.js";
import { type Listing, listing } from "./listing.js";
import type { CallOptions, ListOptions, UploadOptions } from "./options.js";
import type { Perform } from "./perform.js";
import { type OperationId, type Result, resultOf, type Success, unwrapped } from "./result.js";
import type { ROUTES, Route } from "./route.js";

/** A call under way. It settles with how it ended, and rejects only when an argument was refused. */
export interface Call<Id extends OperationId> extends Promise<Result<Id>> {
  /** The success alone; rejects with the error of a failure. */
  orThrow(): Promise<Success<Id>>;
}

/** The operations by resource and verb: `media.list` is `listMedia`, `videos.create` is `createVideo`. */
export type Resources = {
  readonly [Name in keyof OperationNames]: {
    readonly [Verb in keyof OperationNames[Name]]: Method<OperationNames[Name][Verb] & OperationId>;
  };
};

type Method<Id extends OperationId> = Id extends `list${string}`
  ? (query?: Query<Id>, options?: ListOptions) => Listing<Id>
  : (...args: [...PathArguments<Id>, ...BodyArguments<Id>]) => Call<Id>;

type Query<Id extends OperationId> = NonNullable<operations[Id]["parameters"]["query"]>;
type PathArguments<Id extends OperationId> = operations[Id]["parameters"] extends {
  path: { id: infer Value };
}
  ? [id: Value]
  : [];
type BodyArguments<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: Readonly<Record<string, infer Body>> };
}
  ? [body: WithFile<Body>, options?: UploadOptions]
  : [options?: CallOptions];

/** The body of an upload, with everything that can be read in place of the Blob. */
type WithFile<Body> = Body extends { file: Blob }
  ? Omit<Body, "file"> & { file: FileInput; url?: never }
  : Body;

/** Makes the resources of these operations. */
export function resources(perform: Perform, routes: typeof ROUTES): Resources {
  const all: Record<string, Record<string, unknown>> = {};
  for (const [id, route] of routes) {
    const [, name = ""] = route.path.split("/");
    const [verb = ""] = /^[a-z]+/.exec(id) ?? [];
    const resource = all[name] ?? {};
    all[name] = resource;
    resource[verb] = verb === "list" ? lister(perform, route) : caller(perform, route);
  }
  return all as unknown as Resources;
}

const lister =
  (perform: Perform, { method, path }: Route) =>
  (query: object = {}, options: ListOptions = {}) =>
    listing(`${method} ${path}`, (init) => perform(method, path, init), query, options);

/** Takes the path parameters one by one, then the body if there is one, then the options. */
const caller =
  (perform: Perform, { method, path, params, mediaType }: Route) =>
  (...args: unknown[]): Call<OperationId> => {
    const given = Object.fromEntries(Object.keys(params.path).map((name) => [name, args.shift()]));
    const body = mediaType ? { body: args.shift() as object } : {};
    const result = perform(method, path, {
      ...(args[0] as CallOptions),
      ...body,
      params: { path: given },
    }).then(resultOf);
    return Object.assign(result, { orThrow: () => result.then(unwrapped) }) as Call<OperationId>;
  };
