import { type CoverageKind, type CoverageReport, coverageKinds } from "./coverage-kind.js";

/** How many hosts are told apart; by name the first, so that parts join to the whole. */
const MAX_HOSTS = 50;

/** Hosts on which one thing was hits. */
export class Hits {
  #hosts: string[] = [];

  add(host: string): void {
    if (this.#hosts.includes(host)) return;
    this.#hosts = [...this.#hosts, host].sort().slice(0, MAX_HOSTS);
  }

  /** In order. */
  get hosts(): readonly string[] {
    return this.#hosts;
  }
}

/** All that can be covered, and where it was. */
export class CoverageMap {
  readonly #kinds = new Map<CoverageKind, Map<string, Hits>>(coverageKinds.map((kind) => [kind, new Map()]));

  /** The entry of a thing, new or known. */
  entry(kind: CoverageKind, name: string): Hits {
    const names = this.#kinds.get(kind) as Map<string, Hits>;
    const known = names.get(name) ?? new Hits();
    names.set(name, known);
    return known;
  }

  add(coverage: CoverageReport): void {
    for (const kind of coverageKinds) {
      for (const [name, hosts] of Object.entries(coverage[kind])) {
        const hits = this.entry(kind, name);
        for (const host of hosts) hits.add(host);
      }
    }
  }

  report(): CoverageReport {
    const lists = coverageKinds.map((kind) => [kind, this.#list(kind)]);
    return Object.fromEntries(lists) as CoverageReport;
  }

  #list(kind: CoverageKind): Record<string, readonly string[]> {
    const names = [...(this.#kinds.get(kind) as Map<string, Hits>)].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(names.map(([name, hits]) => [name, hits.hosts]));
  }
}
