import { definedEntries } from "../defined-entries.js";

/** Headers by name in lower case. A plain object is the fastest form for `fetch`. */
export type HeaderRecord = Record<string, string>;

/** Merges headers whose names may differ in case. Later ones win; undefined values are left out. */
export const mergeHeaders = (...sources: readonly (object | undefined)[]): HeaderRecord =>
  Object.fromEntries(
    sources
      .flatMap((headers) =>
        definedEntries(headers instanceof Headers ? Object.fromEntries(headers) : headers),
      )
      .map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
