/** Whether the batteries run at the size that is promised, instead of one that fits into every run of the tests. */
const isFull = process.env.MOCK_BATTERY === "full";

/** How much of something to try: all of it where `MOCK_BATTERY=full`. */
export function sized(full: number, everyday: number): number {
  return isFull ? full : everyday;
}

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
