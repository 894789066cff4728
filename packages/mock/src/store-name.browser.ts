/** A name for the store of an API key (FNV-1a, twice). The page knows the key in any case. */
export function storeName(apiKey: string): string {
  return hash(apiKey, 0x811c9dc5) + hash(apiKey, 0x01000193);
}

function hash(text: string, start: number): string {
  let state = start;
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (state >>> 0).toString(16).padStart(8, "0");
}
