const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const RANDOM_LENGTH = 11;

/**
 * Creates ids like those of the examples: the first letter of the kind and 11 random characters.
 *
 * @param random numbers from 0 to 1
 */
export function createIdGenerator(random: () => number): (kind: string) => string {
  return (kind) => {
    let id = kind.charAt(0);
    for (let index = 0; index < RANDOM_LENGTH; index++) {
      id += ALPHABET.charAt(Math.floor(random() * ALPHABET.length));
    }
    return id;
  };
}

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
