import { definedEntries } from "../defined-entries.js";
import { InputError } from "../errors.js";

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

/** Refuses headers that cannot be sent (RFC 9110, 5.5 and 5.6.2). The value, which may be secret, is not shown. */
export function checkHeaders(headers: HeaderRecord): void {
  for (const name in headers) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || !/^[\t -~\x80-\xff]*$/.test(headers[name] as string))
      throw new InputError(name, "cannot be sent in a header");
  }
}
