/** One measured figure. */
export interface Row {
  readonly name: string;
  /** Null when it cannot be measured here; the note says why. */
  readonly value: number | null;
  /** `x` for a ratio to a baseline of the same run. */
  readonly unit: string;
  /** Highest value allowed; null when nothing is promised. */
  readonly limit: number | null;
  readonly note?: string;
}

/** What a file of bench/ exports. */
export interface Bench {
  readonly title: string;
  /** @param paths files and folders named on the command line */
  run(paths: readonly string[]): AsyncIterable<Row>;
}

/** A function to time; asynchronous work is awaited. */
export type Work = () => unknown;

/**
 * Median microseconds a call, for several works, measured in alternation so that a busy machine slows all of them equally.
 *
 * @param calls calls in one turn
 */
export async function medians<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  calls: number,
  turns = 25,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let turn = 0; turn < turns + 3; turn++) {
    for (const name of names) {
      const start = performance.now();
      for (let call = 0; call < calls; call++) await works[name]();
      if (turn >= 3) times[name].push(((performance.now() - start) * 1000) / calls);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
