/** When the processing of a new Media ends. */
export type Processing =
  /** By the next request. */
  | { readonly kind: "immediate" }
  /** After a time. */
  | { readonly kind: "after"; readonly ms: number }
  /** After it has been read so many times. */
  | { readonly kind: "reads"; readonly count: number }
  /** When the test says so. */
  | { readonly kind: "manual" };

/** Processing that has not ended. */
export interface Pending {
  /** Milliseconds since the epoch; null if no time ends it. */
  readonly dueAt: number | null;
  /** Reads that still see it pending; null if reads do not end it. */
  readonly reads: number | null;
  readonly outcome: "complete" | "failed";
}

/** When processing that starts now is due. */
export function dueAfter(processing: Processing, now: number): Omit<Pending, "outcome"> {
  switch (processing.kind) {
    case "immediate":
      return { dueAt: now, reads: null };
    case "after":
      return { dueAt: now + processing.ms, reads: null };
    case "reads":
      return { dueAt: null, reads: processing.count };
    case "manual":
      return { dueAt: null, reads: null };
    default:
      return processing satisfies never;
  }
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

/** Parses `immediate`, `5s`, `500ms`, `reads=3` or `manual`; null for anything else. */
export function parseProcessing(text: string): Processing | null {
  if (text === "immediate" || text === "manual") return { kind: text };
  const [, count] = /^reads=(\d{1,6})$/.exec(text) ?? [];
  if (count !== undefined) return { kind: "reads", count: Number(count) };
  const ms = parseDuration(text);
  return ms === null ? null : { kind: "after", ms };
}

/** Parses `500ms`, `5s` or `2m` to milliseconds; null for anything else. */
export function parseDuration(text: string): number | null {
  const [, number, unit = ""] = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text) ?? [];
  return number === undefined ? null : Math.round(Number(number) * (UNITS[unit] ?? 1));
}
