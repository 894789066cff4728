/** Headers by name in lower case. A plain object is what `fetch` takes fastest. */
export type HeaderRecord = Record<string, string>;

/** Merges headers whose names may differ in case; later ones win, and what is undefined is not given. */
export function mergedHeaders(...all: readonly (object | undefined)[]): HeaderRecord {
  const merged: HeaderRecord = {};
  for (const headers of all) {
    const entries = headers instanceof Headers ? [...headers] : Object.entries(headers ?? {});
    for (const [name, value] of entries) if (value !== undefined) merged[name.toLowerCase()] = String(value);
  }
  return merged;
}
