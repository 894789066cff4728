import type { ReportFinding } from "../report/report.js";

/** A number with its noun: `1 error`, `2 errors`, `1,204 errors`. */
export function plural(count: number, word: string): string {
  return `${grouped(count)} ${word}${count === 1 ? "" : "s"}`;
}

/** `once`, `twice`, `3 times`. */
export function times(count: number): string {
  if (count === 1) return "once";
  return count === 2 ? "twice" : `${grouped(count)} times`;
}

/** A number with thousands separators: `1,204`. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

/** Where the contract states the broken fact: file, line and pointer. */
export function contractLocation({ contract }: ReportFinding): string {
  if (contract === null) return "no place in the contract";
  const { file, line, pointer } = contract;
  return file === null ? pointer : `${file}:${line ?? 1} ${pointer}`;
}
