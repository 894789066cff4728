/** Headers by name in lower case. A plain object is what `fetch` takes fastest. */
export type HeaderRecord = Record<string, string>;

/** Merges headers whose names may differ in case; later ones win, and what is undefined is not given. */
export function mergedHeaders(...all: readonly (object | undefined)[]): HeaderRecord {
  const merged: HeaderRecord = {};
  for (const headers of all) {
    const given = (
      headers instanceof Headers ? Object.fromEntries(headers) : (headers ?? {})
    ) as HeaderRecord;
    for (const name in given) {
      if (given[name] !== undefined) merged[name.toLowerCase()] = String(given[name]);
    }
  }
  return merged;
}
