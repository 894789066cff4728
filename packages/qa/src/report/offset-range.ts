import { compareKeys } from "@ittybit/contract/findings";

/** Consecutive messages of one partition. */
export interface OffsetRange {
  readonly topic: string;
  readonly partition: number;
  /** First offset. */
  readonly from: number;
  /** Last offset. */
  readonly to: number;
  /** Number of messages read, repeated ones included. */
  readonly read: number;
}

/** Unites ranges that overlap or touch, in order of topic, partition and offset. */
export function unite(ranges: readonly OffsetRange[]): OffsetRange[] {
  const united: OffsetRange[] = [];
  for (const range of [...ranges].sort(compareRanges)) {
    const last = united.at(-1);
    if (last !== undefined && isSamePartition(last, range) && range.from <= last.to + 1) {
      united[united.length - 1] = { ...last, to: Math.max(last.to, range.to), read: last.read + range.read };
    } else united.push(range);
  }
  return united;
}

/** Offsets between the ranges of a partition, which no report covers. */
export function gapsOf(ranges: readonly OffsetRange[]): Omit<OffsetRange, "read">[] {
  return ranges.flatMap((range, index) => {
    const before = ranges[index - 1];
    if (before === undefined || !isSamePartition(before, range)) return [];
    const { topic, partition } = range;
    return [{ topic, partition, from: before.to + 1, to: range.from - 1 }];
  });
}

/** Number of messages that were read more than once. */
export function repeatsOf(ranges: readonly OffsetRange[]): number {
  return ranges.reduce((sum, { from, to, read }) => sum + read - (to - from + 1), 0);
}

function isSamePartition(a: OffsetRange, b: OffsetRange): boolean {
  return a.topic === b.topic && a.partition === b.partition;
}

function compareRanges(a: OffsetRange, b: OffsetRange): number {
  return compareKeys([a.topic], [b.topic]) || a.partition - b.partition || a.from - b.from;
}
