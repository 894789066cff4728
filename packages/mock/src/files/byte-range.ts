/** Bytes of a file, from the first to the last of them. */
interface ByteRange {
  readonly start: number;
  /** Inclusive. */
  readonly end: number;
}

/** What a Range header asks for. */
export type RangeResult =
  /** No range, or one that is to be ignored: send the whole file. */
  | { readonly kind: "whole" }
  | { readonly kind: "range"; readonly range: ByteRange }
  | { readonly kind: "unsatisfiable" };

/**
 * Reads a Range header (RFC 9110, section 14.2). Several ranges, other units and malformed ones are ignored, which the RFC
 * allows.
 */
export function readRange(header: string | undefined, size: number): RangeResult {
  const [, first = "", last = ""] = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? "") ?? [];
  if (first === "" && last === "") return { kind: "whole" };
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? { kind: "unsatisfiable" } : rangeOf(size - length, size - 1);
  }
  const start = Number(first);
  if (last !== "" && Number(last) < start) return { kind: "whole" };
  if (start >= size) return { kind: "unsatisfiable" };
  return rangeOf(start, last === "" ? size - 1 : Math.min(Number(last), size - 1));
}

function rangeOf(start: number, end: number): RangeResult {
  return { kind: "range", range: { start, end } };
}
