import { InputError } from "../errors.js";

/** Headers by name in lower case. A plain object is the fastest form for `fetch`. */
export type HeaderRecord = Record<string, string>;

/** Merges headers whose names may differ in case. Later ones win; undefined values are left out. */
export function mergeHeaders(...sources: readonly (object | undefined)[]): HeaderRecord {
  const merged: HeaderRecord = {};
  for (const source of sources) {
    // Not `instanceof Headers`: Node looks that global up each time, which takes longer than the whole merge.
    const headers = (source as Partial<Headers>)?.[Symbol.iterator]
      ? Object.fromEntries(source as Headers)
      : source;
    for (const name in headers) {
      const value = headers[name as never];
      if (value !== undefined) merged[name.toLowerCase()] = value;
    }
  }
  return merged;
}

/** Refuses headers that cannot be sent (RFC 9110, 5.5 and 5.6.2). The value, which may be secret, is not shown. */
export function checkHeaders(headers: HeaderRecord): HeaderRecord {
  for (const name in headers) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || !/^[\t -~\x80-\xff]*$/.test(headers[name] as string))
      throw new InputError(name, "cannot be sent in a header");
  }
  return headers;
}
