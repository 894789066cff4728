import { DEFAULT_IDLE_TIMEOUT_MS, DEFAULT_RETRY } from "./default-options.js";
import { definedEntries } from "./defined-entries.js";
import type { ClientOptions, RetryOptions, SharedOptions, UploadOptions } from "./options.js";

/** All options of one call: those of the client, overridden by those of the call, with the defaults filled in. */
export interface Settings extends Omit<ClientOptions & UploadOptions, "retry" | "headers" | "idleTimeout"> {
  readonly idleTimeout: number;
  readonly retry: RetrySettings;
}

type RetrySettings = { readonly [Name in keyof RetryOptions]-?: NonNullable<RetryOptions[Name]> };

/** Merges the options of a client and of one call. An option that is undefined counts as not given. */
export function mergeOptions(client: ClientOptions, call: UploadOptions): Settings {
  const retry = assignDefined(DEFAULT_RETRY, retryOptions(client), retryOptions(call));
  return assignDefined({ idleTimeout: DEFAULT_IDLE_TIMEOUT_MS }, client, call, { retry }) as Settings;
}

const retryOptions = ({ retry }: SharedOptions) => (typeof retry === "number" ? { limit: retry } : retry);

const assignDefined = (...sources: readonly (object | undefined)[]): object =>
  Object.fromEntries(sources.flatMap((source) => definedEntries(source)));
