import { severities } from "@ittybit/contract";
import { coverageShares } from "../coverage/coverage-kind.js";
import type { Counts, Report } from "../report/report.js";
import { grouped, plural } from "./plural.js";

/** The last lines for people: what was looked at, and what came of it. */
export function summary({ exchanges, findings, findingsDropped, coverage }: Report): string[] {
  const bySeverity = severities.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return plural(count, severity === "info" ? "note" : severity);
  });
  const dropped =
    findingsDropped > 0 ? `, ${grouped(findingsDropped)} occurrences beyond what a report keeps` : "";
  return [
    `${plural(exchanges.checked, "exchange")} checked${others(exchanges)}.`,
    exchanges.checked === 0 ? "Nothing was checked." : `${bySeverity.join(", ")}${dropped}.`,
    `Covered: ${coverageShares(coverage)
      .filter(({ total }) => total > 0)
      .map(({ kind, covered, total }) => `${kind} ${covered}/${total}`)
      .join(", ")}.`,
  ];
}

function others(counts: Counts): string {
  const parts = [
    [counts.elsewhere, "for other hosts"],
    [counts.preflight, "CORS preflights"],
    [counts.unanswered, "without an answer"],
    [counts.broken, "not readable"],
    [counts.skipped, "not looked at, because checking was behind or broke off"],
    [counts.duplicates, "delivered again"],
    [counts.refused, "refused for a faulty request, as they should be"],
    [counts.unproven, "recorded without credentials"],
  ] as const;
  const shown = parts.flatMap(([count, words]) => (count > 0 ? [`${grouped(count)} ${words}`] : []));
  return shown.length === 0 ? "" : `; ${shown.join(", ")}`;
}
