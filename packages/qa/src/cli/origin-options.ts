import { UsageError } from "../usage-error.js";

/** Ids of runs and names of shards. */
const namePattern = /^[\w.:/-]{1,200}$/;

/** Reads the id of a run or the name of a shard; null if none is given. @throws UsageError for any other text */
export function readName(text: string | undefined, flag: string): string | null {
  if (text === undefined || namePattern.test(text)) return text ?? null;
  throw new UsageError(`${flag} ${text} is not a name of 1 to 200 letters, digits and . _ : / -.`);
}

/** Reads a number of exchanges or shards; null if none is given. @throws UsageError for any other text */
export function readCount(text: string | undefined, flag: string, least: number): number | null {
  if (text === undefined) return null;
  const count = Number(text);
  if (/^\d{1,15}$/.test(text) && count >= least) return count;
  throw new UsageError(`${flag} ${text} is not a number, ${least} or more.`);
}
