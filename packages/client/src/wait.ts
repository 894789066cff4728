import type { Media } from "@ittybit/openapi/types";
import { loadOnDemand } from "./load-on-demand.js";
import type { CallOptions } from "./options.js";
import { type Success, withOrThrow } from "./result.js";
import type { Get, WaitOptions, WaitResult } from "./wait-types.js";

/** A pending wait. It resolves to a result, and rejects only if an argument is invalid. */
export interface PendingWait extends Promise<WaitResult> {
  /** The success alone; rejects with the error of a failure. */
  orThrow(): Promise<Success<"getMedia">>;
}

/** Waits until a Media is processed. It resolves to a result, and rejects only if an argument is invalid. */
export type Wait = (id: string, options?: WaitOptions) => PendingWait;

/** An option of a call that creates a Media. */
export interface AndWait {
  /** Waits until the new Media is processed: true, or the options of the wait. */
  readonly wait: true | WaitOptions;
}

type Create = (
  body: unknown,
  options?: CallOptions,
) => Promise<{ readonly ok: true; readonly data: Media } | Exclude<WaitResult, { readonly ok: true }>>;

/** Adds `wait` to the resource that gets Media, and the option of that name to each that creates some. */
export function addWait<All extends { readonly media: { readonly get: Get } }>(resources: All): All {
  const { get } = resources.media;
  const wait: Wait = (id, options = {}) => withOrThrow(loaded(get, id, options));
  for (const resource of Object.values(resources) as { create?: Create }[]) {
    if (resource.create) resource.create = createAndWait(resource.create, wait) as Create;
  }
  Object.assign(resources.media, { wait });
  return resources;
}

const loaded = async (...args: [get: Get, id: string, options: WaitOptions]): Promise<WaitResult> =>
  (await loadOnDemand()).poll(...args);

const createAndWait =
  (create: Create, waitFor: Wait) =>
  (body: unknown, { wait, ...options }: CallOptions & Partial<AndWait> = {}) => {
    const created = create(body, options);
    if (!wait) return created;
    const { signal } = options;
    return withOrThrow(
      created.then((result) =>
        result.ok ? waitFor(result.data.id, Object.assign({ signal }, wait)) : result,
      ),
    );
  };
