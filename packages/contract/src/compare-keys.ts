/**
 * Compares two lists of strings by code unit, first difference first: the sort order of everything that is
 * reported, the same on every machine and in every locale.
 *
 * @example
 * ```ts
 * import { compareKeys } from "@ittybit/contract";
 *
 * const rows = [["b", "1"], ["a", "2"]];
 * rows.sort(compareKeys);
 * ```
 */
export function compareKeys(a: readonly string[], b: readonly string[]): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const [left, right] = [a[index] as string, b[index] as string];
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}
