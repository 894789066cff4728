import { DEFAULT_IDLE_TIMEOUT_MS, DEFAULT_RETRY } from "./default-options.js";
import type { ClientOptions, RetryOptions, SharedOptions, UploadOptions } from "./options.js";

/** All options of one call: those of the client, overridden by those of the call, with the defaults filled in. */
export interface Settings extends Omit<ClientOptions & UploadOptions, "retry" | "headers" | "idleTimeout"> {
  readonly idleTimeout: number;
  readonly retry: RetrySettings;
}

type RetrySettings = { readonly [Name in keyof RetryOptions]-?: NonNullable<RetryOptions[Name]> };

/**
 * Creates the function that merges the options of a call, if it has any, with those of a client, which are merged with
 * the defaults once. An option that is undefined counts as not given.
 */
export function optionMerger(client: ClientOptions): (call?: UploadOptions) => Settings {
  const retry = assignDefined(DEFAULT_RETRY, retryOptions(client));
  const shared = assignDefined({ idleTimeout: DEFAULT_IDLE_TIMEOUT_MS }, client, { retry });
  return (call) =>
    (call
      ? assignDefined(shared, call, { retry: assignDefined(retry, retryOptions(call)) })
      : shared) as Settings;
}

const retryOptions = ({ retry }: SharedOptions) => (typeof retry === "number" ? { limit: retry } : retry);

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
