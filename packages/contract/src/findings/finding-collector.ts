import { compareKeys } from "../compare-keys.js";
import { isCurrent, type ResolvedOptions } from "../options.js";
import type {
  Category,
  Direction,
  Finding,
  FindingDetail,
  MessageLocation,
  MessageSection,
  Severity,
} from "./finding.js";
import { fingerprint } from "./fingerprint.js";
import { expectedText } from "./messages.js";
import { excerpt } from "./value-excerpt.js";

/**
 * Finds the source file and line of a JSON pointer into the document; null when they are not known.
 *
 * @param item text of an item of the list at the pointer: the place of the item counts
 */
export type Locate = (
  pointer: string,
  item?: string,
) => { readonly file: string; readonly line: number } | null;

/** Where something was found, in the message and in the contract. */
export interface FindingLocation {
  readonly in: MessageSection;
  /** @default null */
  readonly name?: string | null;
  /** @default "" */
  readonly pointer?: string;
  /** JSON pointer into the contract; null when the contract has nothing about it. */
  readonly contract: string | null;
  /** Item of the list at `contract` that is broken: a name in `required`. @default null */
  readonly item?: string | null;
  /** Why the broken fact is inferred; a function where that takes work. @default null: documented */
  readonly inferred?: string | null | (() => string | null);
  /** The value that was found; undefined when there is none. */
  readonly value?: unknown;
}

/**
 * Most findings of one message that are listed: of one kind, and of all kinds. The rest are counted and reported
 * as unchecked, so that the cost of a message stays bounded and nothing is dropped in silence.
 */
const MAX_FINDINGS_OF_A_KIND = 1_000;
const MAX_FINDINGS = 5_000;

/** Findings that were counted only. */
interface Overflow {
  count: number;
  readonly code: FindingDetail["code"];
  readonly location: FindingLocation;
}

/** Collects the findings of one message. */
export class FindingCollector {
  readonly direction: Direction;
  readonly operationId: string | null;
  readonly #findings: Finding[] = [];
  #count = 0;
  // most messages have no finding, so these are created for the first one
  #countByKind: Map<string, number> | null = null;
  #overflow: Map<string, Overflow> | null = null;
  readonly #options: ResolvedOptions;
  readonly #locate: Locate;

  constructor(direction: Direction, operationId: string | null, options: ResolvedOptions, locate: Locate) {
    this.direction = direction;
    this.operationId = operationId;
    this.#options = options;
    this.#locate = locate;
  }

  /** Number of findings that were added, listed or not. */
  get count(): number {
    return this.#count;
  }

  add(detail: FindingDetail, location: FindingLocation): void {
    this.#count++;
    const kind = kindOf(detail, location);
    this.#countByKind ??= new Map();
    const count = (this.#countByKind.get(kind) ?? 0) + 1;
    this.#countByKind.set(kind, count);
    if (count <= MAX_FINDINGS_OF_A_KIND && this.#findings.length < MAX_FINDINGS) this.#list(detail, location);
    else this.#overrun(kind, detail, location);
  }

  /** The findings, in an order that does not depend on the order of checks. */
  sorted(): Finding[] {
    if (this.#findings.length === 0) return [];
    for (const { count, code, location } of this.#overflow?.values() ?? []) {
      const detail = `${count} more findings of the kind ${code}`;
      this.#list({ code: "unchecked", reason: "too-many-findings", detail }, location);
    }
    this.#overflow = null;
    const keyed = this.#findings.map((finding) => ({ finding, key: sortKey(finding) }));
    return keyed.sort((a, b) => compareKeys(a.key, b.key)).map(({ finding }) => finding);
  }

  #overrun(kind: string, { code }: FindingDetail, location: FindingLocation): void {
    this.#overflow ??= new Map();
    const known = this.#overflow.get(kind);
    if (known) known.count++;
    else
      this.#overflow.set(kind, {
        count: 1,
        code,
        location: { in: location.in, contract: location.contract },
      });
  }

  #list(detail: FindingDetail, location: FindingLocation): void {
    const { contract } = location;
    const inferred =
      typeof location.inferred === "function" ? location.inferred() : (location.inferred ?? null);
    const at: MessageLocation = {
      in: location.in,
      name: location.name ?? null,
      pointer: location.pointer ?? "",
    };
    const { direction, operationId } = this;
    const print = fingerprint({ detail, direction, operationId, at, contractPointer: contract });
    const category = this.#category(detail);
    const allowed = category === "drift" ? this.#allowance(detail, at, print) : null;
    this.#findings.push({
      ...detail,
      category,
      severity: allowed === null ? this.#severity(category, inferred) : "info",
      direction,
      operationId,
      at,
      contract: contract === null ? null : this.#contractLocation(contract, location.item),
      inferred,
      allowed,
      expected: expectedText(detail),
      actual: excerpt(location.value, subjectName(detail, at)),
      fingerprint: print,
    });
  }

  #contractLocation(pointer: string, item: string | null | undefined): Finding["contract"] {
    const source = this.#locate(pointer, item ?? undefined);
    return { pointer, file: source?.file ?? null, line: source?.line ?? null };
  }

  #category({ code }: FindingDetail): Category {
    if (code === "unchecked") return "unchecked";
    if (code === "parameter-undocumented") return this.#options.closedQuery ? "violation" : "drift";
    return DRIFT_CODES.has(code) ? "drift" : "violation";
  }

  #severity(category: Category, inferred: string | null): Severity {
    if (category === "unchecked") return "info";
    if (category === "drift") return this.#options.drift;
    return inferred === null || this.#options.strict ? "error" : "warning";
  }

  #allowance(detail: FindingDetail, at: MessageLocation, print: string): string | null {
    const name = detail.code === "property-undocumented" ? detail.property : at.name;
    const found = this.#options.allow.find(
      (allowance) =>
        isCurrent(allowance, this.#options.today) &&
        (allowance.fingerprint ?? print) === print &&
        (allowance.code ?? detail.code) === detail.code &&
        (allowance.operationId ?? this.operationId) === this.operationId &&
        (allowance.name ?? name) === name,
    );
    return found?.reason ?? null;
  }
}

/** Findings of one kind break the same rule of the contract. */
function kindOf(detail: FindingDetail, { in: section, contract }: FindingLocation): string {
  return `${detail.code} ${detail.code === "schema" ? detail.keyword : ""} ${section} ${contract}`;
}

/** What the value is called; the name decides whether it is a secret. */
function subjectName(detail: FindingDetail, at: MessageLocation): string {
  if (detail.code === "property-undocumented") return detail.property;
  return at.pointer.slice(at.pointer.lastIndexOf("/") + 1) || (at.name ?? at.in);
}

const DRIFT_CODES: ReadonlySet<FindingDetail["code"]> = new Set([
  "host-unknown",
  "path-unknown",
  "method-unknown",
  "scheme-undocumented",
  "header-undocumented",
  "status-undocumented",
  "body-undocumented",
  "property-undocumented",
  "enum-value-undocumented",
]);

const SECTION_ORDER: readonly MessageSection[] = [
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
  const section = String(SECTION_ORDER.indexOf(at.in));
  const property = "property" in finding ? (finding.property ?? "") : "";
  return [direction, section, at.name ?? "", at.pointer, code, contract?.pointer ?? "", property, print];
}
