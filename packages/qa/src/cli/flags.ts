import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Window } from "../checker/windowed-checker.js";
import { DEFAULT_LISTEN } from "../default-options.js";
import type { ListenAddress } from "../proxy/listener.js";
import { UsageError } from "../usage-error.js";

const MS_PER_UNIT: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** Longest delay of a Node timer, in milliseconds. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Parses command-line flags. @throws UsageError for unknown flags and missing values */
export function parseFlags<Flags extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: Flags,
): ReturnType<typeof parseArgs<{ args: string[]; options: Flags; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/\.? To specify.*|\.$/s, "").concat("."));
  }
}

/** Reads one of a list of names. @throws UsageError for any other text */
export function oneOf<Name extends string>(value: string, known: readonly Name[], flag: string): Name {
  const found = known.find((name) => name === value);
  if (found === undefined) throw new UsageError(`${flag} ${value} is not one of ${known.join(", ")}.`);
  return found;
}

/** Reads the path of a document; null if none is given. @throws UsageError for a URL */
export function readSpec(text: string | undefined): string | null {
  if (text !== undefined && isUrl(text)) {
    throw new UsageError(`--spec takes a file, not a URL: download ${text} first.`);
  }
  return text ?? null;
}

/** Whether an argument that should be a path is a URL. */
export function isUrl(text: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(text);
}

/** Reads `90s`, `5m` or `1h`, in milliseconds. @throws UsageError for any other text */
export function readDuration(text: string, flag: string): number {
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)([smh])$/.exec(text) ?? [];
  const milliseconds = Number(number) * (MS_PER_UNIT[unit] ?? 0);
  if (milliseconds >= 1 && milliseconds <= MAX_TIMER_MS) return milliseconds;
  throw new UsageError(`${flag} ${text} is not a time such as 60s, 5m or 1h.`);
}

/** Reads `10000` (exchanges) or `60s`, `5m`, `1h` (time). @throws UsageError for any other text */
export function readWindow(text: string): Window {
  if (!/^\d+$/.test(text)) return { unit: "time", milliseconds: readDuration(text, "--every") };
  const count = Number(text);
  if (count >= 1) return { unit: "exchanges", count };
  throw new UsageError(`--every ${text} is not a number of exchanges, 1 or more, nor a time such as 60s.`);
}

/** Reads `127.0.0.1:4020`, `[::1]:4020`, `:4020` or `4020`. @throws UsageError for any other text */
export function readListenAddress(text: string): ListenAddress {
  const [, bracketed, named, port = ""] = /^(?:(?:\[([^[\]]+)\]|([^:[\]]*)):)?(\d{1,5})$/.exec(text) ?? [];
  if (port !== "" && Number(port) <= 65_535) {
    return { host: bracketed ?? (named || "127.0.0.1"), port: Number(port) };
  }
  throw new UsageError(`--listen ${text} is not HOST:PORT, such as ${DEFAULT_LISTEN}.`);
}
