import type { Window } from "../checker/windowed-checker.js";
import { UsageError } from "../usage-error.js";
import { readDuration } from "./duration.js";

/** `10000` for exchanges, `60s`, `5m`, `1h` for time. @throws UsageError for anything else */
export function readWindow(text: string): Window {
  if (!/^\d+$/.test(text)) return { unit: "time", milliseconds: readDuration(text, "--every") };
  const count = Number(text);
  if (count >= 1) return { unit: "exchanges", count };
  throw new UsageError(`--every ${text} is not a number of exchanges, 1 or more, nor a time such as 60s.`);
}
