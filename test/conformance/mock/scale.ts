/** Whether to run at full scale instead of the scale of an everyday test run. */
const isFull = process.env.MOCK_CONFORMANCE === "full";

/** How much to try: `full` if `MOCK_CONFORMANCE=full` is set. */
export function atScale(full: number, everyday: number): number {
  return isFull ? full : everyday;
}

/** Numbers from 0 to 1, the same in each run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
