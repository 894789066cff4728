/** Headers by name in lower case. A plain object is the fastest form for `fetch`. */
export type HeaderRecord = Record<string, string>;

/** Merges headers whose names may differ in case. Later ones win; undefined values are left out. */
export function mergeHeaders(...sources: readonly (object | undefined)[]): HeaderRecord {
  const merged: HeaderRecord = {};
  for (const headers of sources) {
    const record = (
      headers instanceof Headers ? Object.fromEntries(headers) : (headers ?? {})
    ) as HeaderRecord;
    for (const name in record) {
      if (record[name] !== undefined) merged[name.toLowerCase()] = String(record[name]);
    }
  }
  return merged;
}
