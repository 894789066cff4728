import type { Report } from "../report/report.js";

/** What is wrong with the input itself, one sentence each: no verdict without it is to be trusted. */
export function inputFaults({ exchanges, broken }: Report): string[] {
  const unread = broken.map(({ source, number, problem }) => `${source}: ${number}: ${problem}`);
  return exchanges.checked === 0 ? ["Nothing was checked.", ...unread] : unread;
}
