/** What can be covered. Each kind is a list of its own in a report. */
export const coverageKinds = [
  "operations",
  "statuses",
  "mediaTypes",
  "parameters",
  "headers",
  "properties",
  "values",
  "branches",
  "nulls",
  "arrays",
] as const;
export type CoverageKind = (typeof coverageKinds)[number];

/** For each thing that can be covered, the hosts on which it was hits; an empty list is a gap. */
export type CoverageReport = Readonly<Record<CoverageKind, Readonly<Record<string, readonly string[]>>>>;

/** How much of a kind was hits. */
export interface CoverageShare {
  readonly kind: CoverageKind;
  readonly covered: number;
  readonly total: number;
}

export function coverageShares(coverage: CoverageReport): CoverageShare[] {
  return coverageKinds.map((kind) => {
    const hosts = Object.values(coverage[kind]);
    return { kind, covered: hosts.filter(({ length }) => length > 0).length, total: hosts.length };
  });
}

/** What was never hits. */
export function gaps(coverage: CoverageReport, kind: CoverageKind): string[] {
  return Object.entries(coverage[kind]).flatMap(([name, hosts]) => (hosts.length === 0 ? [name] : []));
}
