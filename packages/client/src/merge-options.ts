import { DEFAULT_IDLE_TIMEOUT_MS, DEFAULT_RETRY } from "./default-options.js";
import type { ClientOptions, RetryOptions, UploadOptions } from "./options.js";
import { checkNames } from "./request/validate.js";

/** All options of one call: those of the client, overridden by those of the call, with the defaults filled in. */
export interface Settings extends Omit<ClientOptions & UploadOptions, "retry" | "headers" | "idleTimeout"> {
  readonly idleTimeout: number;
  readonly retry: RetrySettings;
}

type RetrySettings = { readonly [Name in keyof RetryOptions]-?: NonNullable<RetryOptions[Name]> };

const SHARED_OPTIONS = "version,timeout,totalTimeout,idleTimeout,retry,headers,cache,credentials,next,";
/** The names of the options of a client. */
export const CLIENT_OPTIONS =
  `${SHARED_OPTIONS}apiKey,baseUrl,fetch,onRequest,onResponse,onRetry,onVersion` as const;
/** The names of the options of a call, with the arguments that openapi-fetch takes in the same object. */
export const CALL_OPTIONS = `${SHARED_OPTIONS}signal,onProgress,from,params,body` as const;

/**
 * Creates the function that merges the options of a call, if it has any, with those of a client, which are merged with
 * the defaults once. An option that is undefined counts as not given.
 *
 * @throws InputError for an option that does not exist.
 */
export function optionMerger(client: ClientOptions): (call?: UploadOptions) => Settings {
  const defaults = { idleTimeout: DEFAULT_IDLE_TIMEOUT_MS, retry: DEFAULT_RETRY };
  const shared = merge(CLIENT_OPTIONS, defaults, client);
  return (call) => (call ? merge(CALL_OPTIONS, shared, call) : shared);
}

function merge(
  names: string,
  base: Pick<Settings, "retry">,
  options: ClientOptions | UploadOptions,
): Settings {
  checkNames(names.split(","), options);
  const { retry = {} } = options;
  const own = typeof retry === "number" ? { limit: retry } : retry;
  checkNames(Object.keys(DEFAULT_RETRY), own, "retry.");
  return assignDefined(base, options, { retry: assignDefined(base.retry, own) }) as Settings;
}

/** Loops, because a list of entries takes several times as long on the path of every call. */
function assignDefined(...sources: readonly (object | undefined)[]): object {
  const merged: Record<string, string> = {};
  for (const source of sources) {
    for (const name in source) {
      const value = source[name as never];
      if (value !== undefined) merged[name] = value;
    }
  }
  return merged;
}
