import type { OperationNames } from "@ittybit/openapi";
import type { operations } from "@ittybit/openapi/types";
import { createList, type Listing } from "./list.js";
import type { CallOptions, ListOptions, UploadOptions } from "./options.js";
import type { Execute } from "./request/prepare.js";
import type { ROUTES, Route } from "./request/route.js";
import { type OperationId, type Result, type Success, toResult, unwrap } from "./result.js";
import type { FileInput } from "./upload/file.js";

/** A pending call. It resolves to a result, and rejects only when an argument was refused. */
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

/** The body of an upload, with every accepted kind of file instead of a Blob. */
type WithFile<Body> = Body extends { file: Blob }
  ? Omit<Body, "file"> & { file: FileInput; url?: never }
  : Body;

/** Creates the resources of these operations. */
export function resources(execute: Execute, routes: typeof ROUTES): Resources {
  const all: Record<string, Record<string, unknown>> = {};
  for (const [id, route] of routes) {
    const [, name = ""] = route.path.split("/");
    const [verb = ""] = /^[a-z]+/.exec(id) ?? [];
    const resource = all[name] ?? {};
    all[name] = resource;
    resource[verb] = verb === "list" ? listMethod(execute, route) : callMethod(execute, route);
  }
  return all as unknown as Resources;
}

const listMethod =
  (execute: Execute, { method, path }: Route) =>
  (query: object = {}, options: ListOptions = {}) =>
    createList(`${method} ${path}`, (init) => execute(method, path, init), query, options);

/** Takes the path parameters one by one, then the body if there is one, then the options. */
const callMethod =
  (execute: Execute, { method, path, params, mediaType }: Route) =>
  (...args: unknown[]): Call<OperationId> => {
    const values = Object.fromEntries(Object.keys(params.path).map((name) => [name, args.shift()]));
    const body = mediaType ? { body: args.shift() as object } : {};
    const result = execute(method, path, {
      ...(args[0] as CallOptions),
      ...body,
      params: { path: values },
    }).then(toResult);
    return Object.assign(result, { orThrow: () => result.then(unwrap) }) as Call<OperationId>;
  };
