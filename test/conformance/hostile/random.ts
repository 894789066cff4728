import { seededRandom } from "../../../packages/mock/src/library/ids.js";

/** Random choices, the same in each run. */
export interface Random {
  /** A whole number from 0 up to, and without, the limit. */
  below(limit: number): number;
  pick<Item>(items: readonly Item[]): Item;
  bytes(length: number): Buffer;
  chance(probability: number): boolean;
  /** Bytes with a few of them changed, repeated or removed. */
  mutate(bytes: Uint8Array): Buffer;
}

export function createRandom(seed: number): Random {
  const next = seededRandom(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
    chance: (probability) => next() < probability,
    mutate(bytes) {
      const mutated = [...bytes];
      for (let count = 1 + below(6); count > 0 && mutated.length > 0; count--) {
        const at = below(mutated.length);
        if (next() < 0.4) mutated[at] = below(256);
        else mutated.splice(at, below(12), ...(next() < 0.5 ? [] : mutated.slice(at, at + below(30))));
      }
      return Buffer.from(mutated);
    },
  };
}
