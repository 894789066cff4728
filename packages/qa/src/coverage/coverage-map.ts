import { type CoverageKind, type CoverageReport, coverageKinds } from "./coverage-kind.js";

/** How many hosts are told apart; by name the first, so that parts join to the whole. */
const keptHosts = 50;

/** Hosts on which one thing was seen. */
export class Seen {
  #hosts: string[] = [];

  add(host: string): void {
    if (this.#hosts.includes(host)) return;
    this.#hosts = [...this.#hosts, host].sort().slice(0, keptHosts);
  }

  /** In order. */
  get hosts(): readonly string[] {
    return this.#hosts;
  }
}

/** All that can be covered, and where it was. */
export class Ledger {
  readonly #kinds = new Map<CoverageKind, Map<string, Seen>>(coverageKinds.map((kind) => [kind, new Map()]));

  /** The entry of a thing, new or known. */
  entry(kind: CoverageKind, name: string): Seen {
    const names = this.#kinds.get(kind) as Map<string, Seen>;
    const known = names.get(name) ?? new Seen();
    names.set(name, known);
    return known;
  }

  add(coverage: CoverageReport): void {
    for (const kind of coverageKinds) {
      for (const [name, hosts] of Object.entries(coverage[kind])) {
        const seen = this.entry(kind, name);
        for (const host of hosts) seen.add(host);
      }
    }
  }

  report(): CoverageReport {
    const lists = coverageKinds.map((kind) => [kind, this.#list(kind)]);
    return Object.fromEntries(lists) as CoverageReport;
  }

  #list(kind: CoverageKind): Record<string, readonly string[]> {
    const names = [...(this.#kinds.get(kind) as Map<string, Seen>)].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(names.map(([name, seen]) => [name, seen.hosts]));
  }
}
