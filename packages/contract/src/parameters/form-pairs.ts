/** One `name=value` of a query or form body. */
export interface Pair {
  /** Decoded. */
  readonly name: string;
  /** As sent, so that styles can split before decoding. */
  readonly raw: string;
}

/** Parses a query or form body (WHATWG URL, 5.1). Never throws, and never drops a pair. */
export function parsePairs(text: string): Pair[] {
  if (text === "") return [];
  return text
    .split("&")
    .filter((piece) => piece !== "")
    .map((piece) => {
      const equals = piece.indexOf("=");
      const name = equals < 0 ? piece : piece.slice(0, equals);
      return { name: decodeForm(name) ?? name, raw: equals < 0 ? "" : piece.slice(equals + 1) };
    });
}

/** Decodes percent escapes and `+`; null when an escape is broken or not UTF-8. */
export function decodeForm(raw: string): string | null {
  return decodePercent(raw.replaceAll("+", " "));
}

/** Decodes percent escapes; null when one is broken or not UTF-8. */
export function decodePercent(raw: string): string | null {
  if (!raw.includes("%")) return raw;
  try {
    return decodeURIComponent(raw);
  } catch {
    return null;
  }
}
