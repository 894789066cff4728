import { compareKeys } from "@ittybit/contract/findings";
import { UsageError } from "../usage-error.js";
import { type OffsetRange, unite } from "./offset-range.js";

/** Which part of the traffic a report covers. */
export interface ReportOrigin {
  /** Id of the run, as given with `--run`. Reports of different runs do not merge. */
  readonly run?: string;
  /** Shards, as named with `--shard`, by name. */
  readonly shards?: readonly ShardCount[];
  /** Messages of a queue, by topic, partition and offset. Ranges neither overlap nor touch. */
  readonly ranges?: readonly OffsetRange[];
}

/** A shard and the number of reports that cover it. */
export interface ShardCount {
  readonly shard: string;
  readonly reports: number;
}

/**
 * Unites the origins of reports; undefined if none has any.
 *
 * @throws UsageError when they belong to different runs
 */
export function mergeOrigins(origins: readonly (ReportOrigin | undefined)[]): ReportOrigin | undefined {
  const known = origins.flatMap((origin) => origin ?? []);
  const run = sameRun(origins);
  const shards = countShards(known.flatMap(({ shards }) => shards ?? []));
  const ranges = unite(known.flatMap(({ ranges }) => ranges ?? []));
  const origin = {
    ...(run !== undefined && { run }),
    ...(shards.length > 0 && { shards }),
    ...(ranges.length > 0 && { ranges }),
  };
  return Object.keys(origin).length === 0 ? undefined : origin;
}

function sameRun(origins: readonly (ReportOrigin | undefined)[]): string | undefined {
  const [first, ...others] = origins.map((origin) => origin?.run);
  const other = others.findIndex((run) => run !== first);
  if (other === -1) return first;
  throw new UsageError(
    `The reports belong to different runs: ${first ?? "none"} and ${others[other] ?? "none"}.`,
  );
}

function countShards(shards: readonly ShardCount[]): ShardCount[] {
  const counts = new Map<string, number>();
  for (const { shard, reports } of shards) counts.set(shard, (counts.get(shard) ?? 0) + reports);
  return [...counts]
    .map(([shard, reports]) => ({ shard, reports }))
    .sort((a, b) => compareKeys([a.shard], [b.shard]));
}
