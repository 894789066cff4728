import type { Direction, Fact, Finding, MessageLocation, Place, Severity, Sort } from "../finding.js";
import { expectation } from "../wording.js";
import { excerpt } from "./excerpt.js";
import { fingerprint } from "./fingerprint.js";
import { isCurrent, type ResolvedOptions } from "./options.js";

/** Where in the source a pointer of the document stands. */
export type Locate = (pointer: string) => { readonly file: string; readonly line: number } | null;

/** What a check says about one fault, before it becomes a finding. */
export interface Told {
  readonly in: Place;
  readonly name?: string | null;
  readonly pointer?: string;
  /** Pointer into the contract. */
  readonly contract: string | null;
  readonly inferred?: string | null;
  readonly value?: unknown;
}

/** Collects the findings of one message. */
export class Recorder {
  readonly findings: Finding[] = [];
  readonly direction: Direction;
  readonly operationId: string | null;
  readonly #options: ResolvedOptions;
  readonly #locate: Locate;

  constructor(direction: Direction, operationId: string | null, options: ResolvedOptions, locate: Locate) {
    this.direction = direction;
    this.operationId = operationId;
    this.#options = options;
    this.#locate = locate;
  }

  tell(fact: Fact, told: Told): void {
    const at: MessageLocation = { in: told.in, name: told.name ?? null, pointer: told.pointer ?? "" };
    const identity = { fact, direction: this.direction, operationId: this.operationId, at };
    const print = fingerprint({ ...identity, contractPointer: told.contract });
    const sort = sortOf(fact);
    const allowed = sort === "drift" ? this.#allowance(fact, at, print) : null;
    this.findings.push({
      ...fact,
      sort,
      severity: allowed === null ? this.#severity(sort, told.inferred ?? null) : "info",
      direction: this.direction,
      operationId: this.operationId,
      at,
      contract: told.contract === null ? null : this.#contract(told.contract),
      inferred: told.inferred ?? null,
      allowed,
      expected: expectation(fact),
      actual: excerpt(told.value, subjectName(fact, at)),
      fingerprint: print,
    });
  }

  /** The findings in their one order. */
  sorted(): Finding[] {
    return this.findings.sort((a, b) => compareKeys(sortKey(a), sortKey(b)));
  }

  #contract(pointer: string): Finding["contract"] {
    const place = this.#locate(pointer);
    return { pointer, file: place?.file ?? null, line: place?.line ?? null };
  }

  #severity(sort: Sort, inferred: string | null): Severity {
    if (sort === "unchecked") return "info";
    if (sort === "drift") return this.#options.drift;
    return inferred === null || this.#options.strict ? "error" : "warning";
  }

  #allowance(fact: Fact, at: MessageLocation, print: string): string | null {
    const name = fact.code === "property-undocumented" ? fact.property : at.name;
    const found = this.#options.allow.find(
      (allowance) =>
        isCurrent(allowance, this.#options.today) &&
        (allowance.fingerprint ?? print) === print &&
        (allowance.code ?? fact.code) === fact.code &&
        (allowance.operationId ?? this.operationId) === this.operationId &&
        (allowance.name ?? name) === name,
    );
    return found?.reason ?? null;
  }
}

/** What the value is called, to tell whether it is a secret. */
function subjectName(fact: Fact, at: MessageLocation): string {
  if (fact.code === "property-undocumented") return fact.property;
  return at.pointer.slice(at.pointer.lastIndexOf("/") + 1) || (at.name ?? at.in);
}

const driftCodes: ReadonlySet<Fact["code"]> = new Set([
  "host-unknown",
  "path-unknown",
  "method-unknown",
  "scheme-undocumented",
  "header-undocumented",
  "status-undocumented",
  "property-undocumented",
  "enum-value-undocumented",
]);

function sortOf(fact: Fact): Sort {
  if (fact.code === "unchecked") return "unchecked";
  return driftCodes.has(fact.code) ? "drift" : "violation";
}

const placeOrder: readonly Place[] = [
  "url",
  "method",
  "status",
  "path",
  "query",
  "header",
  "cookie",
  "media-type",
  "body",
];

function sortKey(finding: Finding): string[] {
  const { direction, at, code, contract, fingerprint: print } = finding;
  const place = String(placeOrder.indexOf(at.in));
  const property = "property" in finding ? (finding.property ?? "") : "";
  return [direction, place, at.name ?? "", at.pointer, code, contract?.pointer ?? "", property, print];
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [index, text] of a.entries()) {
    const other = b[index] as string;
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}
