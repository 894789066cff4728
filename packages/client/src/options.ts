import type { Hooks } from "./hooks.js";
import type { ServerName } from "./request/route.js";
import type { Progress } from "./upload/progress.js";

/**
 * Client-wide options; each can be overridden per call.
 *
 * @example
 * ```ts
 * import { createClient, type SharedOptions } from "@ittybit/client";
 *
 * const patient: SharedOptions = { timeout: 120_000, retry: 5 };
 * const ittybit = createClient({ apiKey: "key", timeout: 10_000 });
 * const result = await ittybit.media.get("vJ3kq9ZtWm2d", patient);
 * ```
 */
export interface SharedOptions {
  /**
   * The API version to use, as a date: `2024-03-21`.
   *
   * @default the newest stable version, chosen by the server
   */
  readonly version?: string | undefined;
  /**
   * The time limit of one attempt, from the request to the end of the response, in milliseconds. 0 means no limit.
   *
   * @default 60000, and 0 for a call that uploads bytes
   */
  readonly timeout?: number | undefined;
  /**
   * The time limit of the whole call, retries and waits included, in milliseconds. 0 means no limit.
   *
   * @default 0
   */
  readonly totalTimeout?: number | undefined;
  /**
   * The longest wait for the next bytes of a stream that is uploaded, in milliseconds. 0 means no limit.
   *
   * @default 60000
   */
  readonly idleTimeout?: number | undefined;
  /** The number of retries, or every retry option. */
  readonly retry?: number | RetryOptions | undefined;
  /** Additional request headers. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Passed to `fetch`: how the response is cached. */
  readonly cache?:
    | "default"
    | "force-cache"
    | "no-cache"
    | "no-store"
    | "only-if-cached"
    | "reload"
    | undefined;
  /** Passed to `fetch`: whether cookies are sent, as to a server of your own. */
  readonly credentials?: "include" | "omit" | "same-origin" | undefined;
  /** Passed to the `fetch` of Next.js. */
  readonly next?:
    | { readonly revalidate?: number | false | undefined; readonly tags?: string[] | undefined }
    | undefined;
}

/**
 * When and how to retry.
 *
 * @example
 * ```ts
 * import { createClient, type RetryOptions } from "@ittybit/client";
 *
 * const retry: RetryOptions = { limit: 4, base: 1_000 };
 * const ittybit = createClient({ apiKey: "key", retry });
 * ```
 */
export interface RetryOptions {
  /**
   * The number of retries after the first attempt.
   *
   * @default 2
   */
  readonly limit?: number | undefined;
  /**
   * Whether to retry a POST that the API may have received. A retry may then create a duplicate.
   *
   * @default false
   */
  readonly creates?: boolean | undefined;
  /**
   * The longest random wait before the first retry, in milliseconds. It doubles with each further retry.
   *
   * @default 500
   */
  readonly base?: number | undefined;
  /**
   * The longest random wait before any retry, in milliseconds.
   *
   * @default 10000
   */
  readonly cap?: number | undefined;
  /**
   * The longest `Retry-After` to wait for, in milliseconds. A call that asks for a longer wait fails at once.
   *
   * @default 60000
   */
  readonly maxWait?: number | undefined;
}

/**
 * Options of a single call.
 *
 * @example
 * ```ts
 * import { type CallOptions, createClient } from "@ittybit/client";
 *
 * const ittybit = createClient({ apiKey: "key" });
 * const options: CallOptions = { timeout: 10_000, signal: AbortSignal.timeout(30_000) };
 * const result = await ittybit.media.get("vJ3kq9ZtWm2d", options);
 * ```
 */
export interface CallOptions extends SharedOptions {
  /** Aborts the call, its waits and its retries. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Options of a call that uploads.
 *
 * @example
 * ```ts
 * import { createClient, type UploadOptions } from "@ittybit/client";
 *
 * const ittybit = createClient({ apiKey: "key" });
 * const options: UploadOptions = { onProgress: ({ loaded, total }) => console.log(loaded, total) };
 * const result = await ittybit.media.create({ file: { path: "harbour.mp4" } }, options);
 * ```
 */
export interface UploadOptions extends CallOptions {
  /**
   * Receives how much of the request body has been sent. The numbers only grow, and end at the total. In a browser
   * it cannot be combined with a `fetch` of your own, which reports no progress.
   */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Options of a list.
 *
 * @example
 * ```ts
 * import { createClient, type ListOptions } from "@ittybit/client";
 *
 * const ittybit = createClient({ apiKey: "key" });
 * const options: ListOptions = { from: "https://api.ittybit.com/media?limit=25&page=3" };
 * for await (const item of ittybit.media.list({}, options)) console.log(item.id);
 * ```
 */
export interface ListOptions extends CallOptions {
  /** A saved link to start from, such as `links.next` of an earlier page. It replaces the query. */
  readonly from?: string | undefined;
}

/**
 * Options of a client.
 *
 * @example
 * ```ts
 * import { type ClientOptions, createClient } from "@ittybit/client";
 *
 * const options: ClientOptions = { apiKey: "key", version: "2024-03-21", timeout: 10_000 };
 * const ittybit = createClient(options);
 * ```
 */
export interface ClientOptions extends SharedOptions, Hooks {
  /**
   * An API key, printable ASCII without spaces, or a function that returns the key for each attempt. Null sends no
   * key, for a page whose own server adds it.
   */
  readonly apiKey: string | null | (() => string | null | Promise<string | null>);
  /**
   * The URL of the API: one URL for all hosts, as for a mock, or one for each host by its short name.
   *
   * @default the hosts of the contract
   */
  readonly baseUrl?: string | URL | { readonly [Name in ServerName]?: string | URL | undefined } | undefined;
  /** @default the global `fetch` */
  readonly fetch?: typeof globalThis.fetch | undefined;
}
