import type { Hooks } from "./hooks.js";
import type { Progress } from "./part.js";
import type { ServerName } from "./route.js";

/** What can be said for every call of a client, and again for a single one. */
export interface SharedOptions {
  /**
   * The API version that answers, as a date: `2024-03-21`.
   *
   * @default the newest stable version, chosen by the server
   */
  readonly version?: string | undefined;
  /**
   * How long one attempt may take, to the end of the answer, in milliseconds; 0 is without end.
   *
   * @default 60000, and 0 for a call that uploads bytes
   */
  readonly timeout?: number | undefined;
  /**
   * How long all attempts and the waits between them may take together, in milliseconds; 0 is without end.
   *
   * @default 0
   */
  readonly totalTimeout?: number | undefined;
  /** How often to try again, or all that can be said about it. */
  readonly retry?: number | RetryOptions | undefined;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** When and how to try again. */
export interface RetryOptions {
  /**
   * How often at most, after the first attempt.
   *
   * @default 2
   */
  readonly limit?: number | undefined;
  /**
   * Whether a POST that may have arrived is sent again. It can add a file twice.
   *
   * @default false
   */
  readonly creates?: boolean | undefined;
  /**
   * The wait is random, from 0 up to this, in milliseconds; twice as far with each further attempt.
   *
   * @default 500
   */
  readonly base?: number | undefined;
  /**
   * The longest random wait, in milliseconds.
   *
   * @default 10000
   */
  readonly cap?: number | undefined;
  /**
   * The longest `Retry-After` to wait for, in milliseconds. A call that should wait longer fails at once.
   *
   * @default 60000
   */
  readonly maxWait?: number | undefined;
}

/** What can be said for a single call. */
export interface CallOptions extends SharedOptions {
  /** Stops the call, its waits and its retries. */
  readonly signal?: AbortSignal | undefined;
}

/** What can be said for a call that uploads. */
export interface UploadOptions extends CallOptions {
  /**
   * Is told how far the body of the request has been sent. It never goes back, and ends at the total. In a browser
   * it is refused beside a `fetch` of your own, which cannot tell.
   */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** What can be said for a list. */
export interface ListOptions extends CallOptions {
  /** A link of an earlier answer, as `links.next`, to start from. The query is not used then. */
  readonly from?: string | undefined;
}

/** What every call of a client has in common. */
export interface ClientOptions extends SharedOptions, Hooks {
  /** An API key of the account, printable ASCII without spaces, or what gives one for each attempt. */
  readonly apiKey: string | (() => string | Promise<string>);
  /**
   * Where the API is: one URL for every host, as a mock has, or one for each host by its short name.
   *
   * @default the hosts of the contract
   */
  readonly baseUrl?: string | Partial<Readonly<Record<ServerName, string>>> | undefined;
  /** @default the global `fetch` */
  readonly fetch?: typeof globalThis.fetch | undefined;
}
