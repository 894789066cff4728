/** Kinds of coverage, each a list of its own in a report. */
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
/** One of {@link coverageKinds}. */
export type CoverageKind = (typeof coverageKinds)[number];

/** For each item of each kind, the hosts that covered it. An empty list is a gap. */
export type CoverageReport = Readonly<Record<CoverageKind, Readonly<Record<string, readonly string[]>>>>;

/** Coverage of one kind. */
export interface CoverageShare {
  readonly kind: CoverageKind;
  readonly covered: number;
  readonly total: number;
}

/** Coverage by kind. */
export function coverageShares(coverage: CoverageReport): CoverageShare[] {
  return coverageKinds.map((kind) => coverageShare(coverage, kind));
}

/** Coverage of one kind. Takes a while: there may be hundreds of thousands of items. */
export function coverageShare(coverage: CoverageReport, kind: CoverageKind): CoverageShare {
  const hosts = Object.values(coverage[kind]);
  return { kind, covered: hosts.filter(({ length }) => length > 0).length, total: hosts.length };
}

/** Items of a kind that no traffic covered. */
export function gaps(coverage: CoverageReport, kind: CoverageKind): string[] {
  return Object.entries(coverage[kind]).flatMap(([name, hosts]) => (hosts.length === 0 ? [name] : []));
}
