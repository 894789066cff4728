/**
 * A flag of V8 for what runs for seconds: most of its code runs a few times only, and functions that inline less are
 * compiled in half the time.
 */
export const LESS_INLINING = "--max-inlined-bytecode-size-cumulative=200";
