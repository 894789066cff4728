import type { Report } from "../report/report.js";
import { plural } from "./plural.js";

/** What is wrong with the input itself, one sentence each: no verdict without it is to be trusted. */
export function inputProblems({ exchanges, broken }: Report): string[] {
  const { checked, skipped } = exchanges;
  return [
    ...(checked === 0 ? ["Nothing was checked."] : []),
    ...(skipped > 0 ? [`${plural(skipped, "exchange")} passed without being looked at.`] : []),
    ...broken.map(({ source, number, problem }) => `${source}: ${number}: ${problem}`),
  ];
}
