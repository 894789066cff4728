import { gapsOf, repeatsOf } from "./offset-range.js";
import type { Report } from "./report.js";

/** What merged reports cover of the whole. */
export interface Completeness {
  readonly isComplete: boolean;
  /** One sentence for everything that is missing or repeated. */
  readonly problems: readonly string[];
}

/** Number of gaps and shards to name. */
const MAX_SHOWN = 5;

/**
 * Compares merged reports with the whole. Missing traffic makes it incomplete; repeated traffic changes only the counts.
 *
 * @param expected number of shards; null if it is not known
 * @param files number of reports, which counts if they name no shards
 */
export function completeness({ origin }: Report, expected: number | null, files: number): Completeness {
  const shards = origin?.shards ?? [];
  const ranges = origin?.ranges ?? [];
  const missing = [
    ...(expected === null
      ? []
      : missingShards(
          shards.map(({ shard }) => shard),
          expected,
          files,
        )),
    ...shown(
      gapsOf(ranges).map(
        ({ topic, partition, from, to }) =>
          `${topic}, partition ${partition}, offsets ${from} to ${to}, are missing`,
      ),
    ),
  ];
  const repeated = shown(
    shards.flatMap(({ shard, reports }) => (reports > 1 ? [`Shard ${shard} counts ${reports} times`] : [])),
  );
  const repeats = repeatsOf(ranges);
  const repeatedMessages = repeats > 0 ? [`${repeats} messages were read more than once.`] : [];
  return { isComplete: missing.length === 0, problems: [...missing, ...repeated, ...repeatedMessages] };
}

function missingShards(shards: readonly string[], expected: number, files: number): string[] {
  const found = shards.length > 0 ? shards.length : files;
  if (found === expected) return [];
  const numbers = Array.from({ length: expected }, (_, index) => String(index));
  const isNumbered = shards.length > 0 && shards.every((shard) => numbers.includes(shard));
  const missing = isNumbered ? numbers.filter((number) => !shards.includes(number)).slice(0, MAX_SHOWN) : [];
  const which = missing.length > 0 ? ` Missing: ${missing.join(", ")}.` : "";
  return [`The reports cover ${found} of ${expected} shards.${which}`];
}

/** Ends each sentence, and counts those that are too many. */
function shown(sentences: readonly string[]): string[] {
  const rest = sentences.length - MAX_SHOWN;
  const lines = sentences.slice(0, MAX_SHOWN).map((sentence) => `${sentence}.`);
  return rest > 0 ? [...lines, `And ${rest} more.`] : lines;
}
