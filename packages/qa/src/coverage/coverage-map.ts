import { type CoverageKind, type CoverageReport, coverageKinds } from "./coverage-kind.js";

/** Number of hosts to keep per item: the first by name, so that parts merge into the whole. */
const MAX_HOSTS = 50;

/** Shared: a contract may have hundreds of thousands of items that nothing covers. */
const NO_HOSTS: readonly string[] = [];

/** The hosts that covered an item. */
export class Hits {
  #hosts = NO_HOSTS;

  add(host: string): void {
    if (this.#hosts.includes(host)) return;
    this.#hosts = [...this.#hosts, host].sort().slice(0, MAX_HOSTS);
  }

  /** Sorted by name. */
  get hosts(): readonly string[] {
    return this.#hosts;
  }
}

/** All items that can be covered, and the hosts that covered them. */
export class CoverageMap {
  readonly #kinds = new Map<CoverageKind, Map<string, Hits>>(coverageKinds.map((kind) => [kind, new Map()]));

  /** Bodies whose coverage stops at a limit. */
  readonly truncated = new Set<string>();

  /** Returns the entry of an item, and adds it if it is new. */
  entry(kind: CoverageKind, name: string): Hits {
    const names = this.#kinds.get(kind) as Map<string, Hits>;
    const known = names.get(name);
    if (known) return known;
    const added = new Hits();
    names.set(name, added);
    return added;
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
    const items = this.#kinds.get(kind) as Map<string, Hits>;
    // without a prototype at first: V8 would make a hidden class for each of thousands of names
    const list: Record<string, readonly string[]> = Object.create(null);
    for (const name of [...items.keys()].sort()) list[name] = items.get(name)?.hosts ?? NO_HOSTS;
    return Object.setPrototypeOf(list, Object.prototype);
  }
}
