import { UsageError } from "../usage-error.js";

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** Longest time that a timer of Node can wait, in milliseconds. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** `90s`, `5m` or `1h` in milliseconds. @throws UsageError for any other text */
export function readDuration(text: string, flag: string): number {
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)([smh])$/.exec(text) ?? [];
  const milliseconds = Number(number) * (units[unit] ?? 0);
  if (milliseconds >= 1 && milliseconds <= MAX_TIMER_MS) return milliseconds;
  throw new UsageError(`${flag} ${text} is not a time such as 60s, 5m or 1h.`);
}
