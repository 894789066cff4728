/**
 * Deepest nesting of a value that is looked at. Validators end at some thousands, and pointers to each level cost the
 * square of the nesting.
 */
export const MAX_VALUE_DEPTH = 1_000;

/** @throws RangeError as a validator does for a value that is nested even deeper */
export function assertValueDepth(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_VALUE_DEPTH) throw tooDeep();
    const below: unknown[] = [];
    for (const one of level) {
      if (typeof one !== "object" || one === null) continue;
      for (const name in one) below.push((one as Record<string, unknown>)[name]);
    }
    level = below;
  }
}

/** The error for a value that is nested too deeply. */
export function tooDeep(): RangeError {
  return new RangeError(`the value is nested deeper than ${MAX_VALUE_DEPTH} levels`);
}
