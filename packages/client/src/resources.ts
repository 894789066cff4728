import type { OperationNames } from "@ittybit/openapi";
import type { operations } from "@ittybit/openapi/types";
import type { WithFile } from "./create-body.js";
import { createList, type Listing } from "./list.js";
import type { CallOptions, ListOptions, UploadOptions } from "./options.js";
import type { CallArguments, Execute } from "./request/prepare.js";
import type { Route, Routes } from "./request/route.js";
import type { Target } from "./request/url.js";
import { type OperationId, type Result, type Success, toResult, withOrThrow } from "./result.js";
import type { AndWait, PendingWait } from "./wait.js";

/** A pending call. It resolves to a result, and rejects only if an argument is invalid. */
export interface Call<Id extends OperationId> extends Promise<Result<Id>> {
  /** The success alone; rejects with the error of a failure. */
  orThrow(): Promise<Success<Id>>;
}

/** The operations by resource and verb: `media.list` is `listMedia`, `videos.create` is `createVideo`. */
export type Resources = Resource<OperationNames>;

type Resource<Names> = {
  readonly [Name in keyof Names]: Names[Name] extends OperationId
    ? Method<Name, Names[Name]>
    : Resource<Names[Name]>;
};

type Method<Verb, Id extends OperationId> = Verb extends "list"
  ? (...args: [...PathArguments<Id>, query?: Query<Id>, options?: ListOptions]) => Listing<Id>
  : [Verb, PathArguments<Id>, BodyArguments<Id>] extends ["create", [], [infer Body, ...unknown[]]]
    ? Create<Id, Body>
    : (...args: [...PathArguments<Id>, ...BodyArguments<Id>]) => Call<Id>;

type Query<Id extends OperationId> = NonNullable<operations[Id]["parameters"]["query"]>;

/** The path parameters in the order of the path template. */
type PathArguments<Id extends OperationId> = operations[Id]["parameters"] extends { path: infer Params }
  ? keyof Params extends "id"
    ? [id: Params["id" & keyof Params]]
    : InOrder<Routes[Id]["path"], Params>
  : [];
type InOrder<Path, Params> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? [Params[Name & keyof Params], ...InOrder<Rest, Params>]
  : [];

type BodyArguments<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: Readonly<Record<string, infer Body>> };
}
  ? [body: WithFile<Body>, options?: UploadOptions]
  : [options?: CallOptions];

/**
 * Uploads a file or has one fetched, and waits until it is processed if it is told to. The parameters are no tuple: an
 * editor completes no argument of overloads that have one.
 */
interface Create<Id extends OperationId, Body> {
  (body: Body, options: UploadOptions & AndWait): PendingWait;
  (body: Body, options?: UploadOptions): Call<Id>;
}

/** Creates the resources of these operations. */
export function resources(execute: Execute, targets: readonly Target[]): Resources {
  const root: ResourceNode = {};
  for (const target of targets) {
    const resource = target.resource.split(".").reduce(childOf, root);
    resource[target.verb] = (target.verb === "list" ? listMethod : callMethod)(execute, target);
  }
  return root as unknown as Resources;
}

interface ResourceNode {
  [name: string]: ResourceNode | ((...args: unknown[]) => unknown);
}

function childOf(parent: ResourceNode, name: string): ResourceNode {
  parent[name] ??= {};
  return parent[name] as ResourceNode;
}

const listMethod =
  (execute: Execute, target: Target) =>
  (...args: unknown[]): ReturnType<typeof createList> => {
    const path = takePathParams(target, args);
    const [query, options] = args as [object?, ListOptions?];
    const request = (call: CallArguments) => execute(target, call, options);
    return createList(`${target.method} ${target.path}`, request, { path, query }, options?.from);
  };

/** Takes the path parameters one by one, then the body if there is one, then the options. */
const callMethod =
  (execute: Execute, target: Target) =>
  (...args: unknown[]): Call<OperationId> => {
    const params = { path: takePathParams(target, args) };
    const body = target.mediaType ? (args.shift() as object) : undefined;
    const result = execute(target, { params, body }, args[0] as UploadOptions).then(toResult);
    return withOrThrow<Result<OperationId>>(result) as Call<OperationId>;
  };

function takePathParams({ params }: Route, args: unknown[]): object {
  const taken: Record<string, unknown> = {};
  for (const name in params.path) taken[name] = args.shift();
  return taken;
}
