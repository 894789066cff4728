import type { ReportFinding } from "../report/report.js";

/** Where the broken fact is written, for people. */
export function contractLocation({ contract }: ReportFinding): string {
  if (contract === null) return "no place in the contract";
  const { file, line, pointer } = contract;
  return file === null ? pointer : `${file}:${line ?? 1} ${pointer}`;
}
