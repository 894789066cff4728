import { ContractError } from "../../contract-error.js";
import type { Notice } from "../../document/contract-model.js";
import { aspectReasons, wholeReason } from "../../document/inferred-mark.js";
import type { DocumentFault } from "../../document/structure/document-fault.js";
import type { Direction } from "../../findings/finding.js";
import { isObject } from "../../is-object.js";
import { joinPointer } from "../../json-pointer.js";
import type { SchemaNode } from "../schema-node.js";
import { readBooleanLimits } from "./boolean-limits.js";
import { distinctMembers, repeatedNames } from "./distinct-members.js";
import { keptAnnotations, keywords } from "./keywords.js";
import { ReadWriteOnly } from "./read-write-only.js";
import { reasonsAbove } from "./reasons-above.js";
import { locationText, type SchemaLocation, type SchemaRegistry } from "./schema-registry.js";
import { type Scope, scopeText, withAnchors, withExempt } from "./scope.js";
import { splitConditions } from "./split-conditions.js";

/**
 * Deepest nesting that is linked into one schema; deeper parts become schemas of their own. Compiling costs the square
 * of the nesting.
 */
const MAX_INLINE_DEPTH = 32;

/** Links schemas: each once per direction and dynamic scope. */
export class Linker {
  readonly schemas: Record<string, SchemaNode> = Object.create(null);
  readonly notices: Notice[] = [];
  /** What JSON Schema does not allow, and has one meaning only. */
  readonly faults: DocumentFault[] = [];
  readonly #keys = new Map<string, string>();
  readonly #registry: SchemaRegistry;
  readonly #readWriteOnly: ReadWriteOnly;
  #depth = 0;
  readonly #queue: (() => void)[] = [];
  readonly #noticed = new Set<string>();
  readonly #isKnownFormat: (name: string) => boolean;
  readonly #checkPattern: (pattern: string, location: SchemaLocation) => void;

  constructor(
    registry: SchemaRegistry,
    checks: {
      isKnownFormat(name: string): boolean;
      checkPattern(pattern: string, location: SchemaLocation): void;
    },
  ) {
    this.#registry = registry;
    this.#readWriteOnly = new ReadWriteOnly(registry);
    this.#isKnownFormat = checks.isKnownFormat;
    this.#checkPattern = checks.checkPattern;
  }

  /** Links the schema at a location and all it refers to. Returns its key. */
  link(location: SchemaLocation, direction: Direction): string {
    this.#registry.add(location);
    const key = this.#key(location, { direction, anchors: new Map(), exempt: [] });
    for (let work = this.#queue.pop(); work; work = this.#queue.pop()) work();
    return key;
  }

  #key(location: SchemaLocation, outer: Scope): string {
    this.#registry.add(location);
    const scope = this.#enter(location, outer);
    const id = [scope.direction, locationText(location), scopeText(scope)].join(" ");
    const known = this.#keys.get(id);
    if (known !== undefined) return known;
    const key = `${scope.direction === "request" ? "q" : "s"}${this.#keys.size}`;
    this.#keys.set(id, key);
    this.#queue.push(() => {
      this.schemas[key] = this.#root(location, scope);
    });
    return key;
  }

  /** A linked schema carries the reason above it in the document. */
  #root(location: SchemaLocation, scope: Scope): SchemaNode {
    const own = this.#node(location, this.#registry.value(location), scope);
    const above = reasonsAbove(this.#registry, location);
    const aspects = { ...above.aspects, ...own["x-inferred-aspects"] };
    const node = Object.keys(aspects).length === 0 ? own : { ...own, "x-inferred-aspects": aspects };
    if (node["x-inferred"] !== undefined) return node;
    if (above.whole === null) return node;
    return { ...node, [above.whole.isLocal ? "x-inferred-here" : "x-inferred"]: above.whole.reason };
  }

  #enter(location: SchemaLocation, scope: Scope): Scope {
    return this.#registry.dynamic
      ? withAnchors(scope, this.#registry.resourceOf(location).dynamicAnchors)
      : scope;
  }

  #node(location: SchemaLocation, written: unknown, outer: Scope): SchemaNode {
    const at = { "x-at": locationText(location) };
    if (typeof written === "boolean") return written ? at : { ...at, not: {} };
    if (!isObject(written)) throw notSchema(location, written);
    const schema = readBooleanLimits(written, location, this.faults);
    const exempt = this.#readWriteOnly.names(location, schema, outer);
    const scope = withExempt(this.#enter(location, outer), exempt);
    const apart = withExempt(scope, []);
    const node: Record<string, unknown> = at;
    const references: SchemaNode[] = [];
    this.#depth++;
    for (const keyword of Object.keys(schema)) {
      this.#keyword(keyword, schema[keyword], location, { scope, apart, node, references });
    }
    this.#depth--;
    this.#addReferences(node, references);
    // without `then`, Ajv forgets what `if` has evaluated
    // biome-ignore lint/suspicious/noThenProperty: the keyword is called so
    if (node.if !== undefined && node.then === undefined) node.then = { minLength: 0 };
    splitConditions(node);
    if (exempt.length > 0 && Array.isArray(node.required)) {
      node.required = node.required.filter((name) => !exempt.includes(String(name)));
    }
    return node;
  }

  /** Keeps one `$ref`; moves a second reference beside it into `allOf`. */
  #addReferences(node: Record<string, unknown>, references: SchemaNode[]): void {
    const [first, ...more] = references;
    if (first?.$ref !== undefined) node.$ref = first.$ref;
    if (more.length > 0) node.allOf = [...((node.allOf as SchemaNode[] | undefined) ?? []), ...more];
  }

  #keyword(
    keyword: string,
    value: unknown,
    location: SchemaLocation,
    { scope, apart, node, references }: LinkedParts,
  ): void {
    const inside = { document: location.document, pointer: joinPointer(location.pointer, keyword) };
    const kind = keywords.get(keyword);
    switch (kind) {
      case "assertion":
        node[keyword] = keyword === "required" ? this.#distinctNames(value, inside) : value;
        this.#assertion(keyword, value, inside);
        break;
      case "annotation":
        if (keptAnnotations.has(keyword)) node[keyword] = value;
        if (keyword === "contentSchema") this.#notice("not-asserted", keyword, inside);
        break;
      case "schema":
        node[keyword] = this.#single(
          keyword,
          inside,
          value,
          keyword === "then" || keyword === "else" ? scope : apart,
        );
        break;
      case "branch":
        node[keyword] = this.#branch(inside, value, keyword === "if" ? scope : apart);
        break;
      case "list":
      case "branches":
        if (!Array.isArray(value)) throw notSchema(inside, value);
        node[keyword] = distinctMembers(keyword, value).map(([index, item]) => {
          const at = { document: location.document, pointer: joinPointer(inside.pointer, index) };
          if (kind === "branches") return this.#branch(at, item, scope);
          return this.#node(at, item, keyword === "allOf" ? scope : apart);
        });
        break;
      case "map":
        if (keyword !== "$defs" && keyword !== "definitions") {
          node[keyword] = this.#map(keyword, inside, value, keyword === "dependentSchemas" ? scope : apart);
        }
        break;
      case "reference":
        references.push({ $ref: this.#reference(keyword, value, location, scope) });
        break;
      case "identity":
        break;
      case undefined:
        this.#unknown(keyword, value, inside, node);
        break;
      default:
        kind satisfies never;
    }
  }

  /** Keeps plain booleans, because Ajv then reports the property. */
  #single(keyword: string, location: SchemaLocation, value: unknown, scope: Scope): SchemaNode | boolean {
    const plain = keyword.endsWith("Properties") || keyword.endsWith("tems");
    if (plain && typeof value === "boolean") return value;
    return isAboutSameValue(keyword)
      ? this.#node(location, value, scope)
      : this.#member(location, value, scope);
  }

  /** A schema for a part of the value. */
  #member(location: SchemaLocation, value: unknown, scope: Scope): SchemaNode {
    return this.#depth < MAX_INLINE_DEPTH
      ? this.#node(location, value, scope)
      : this.#branch(location, value, scope);
  }

  #branch(location: SchemaLocation, value: unknown, scope: Scope): SchemaNode {
    if (typeof value !== "boolean" && !isObject(value)) throw notSchema(location, value);
    return { "x-at": locationText(location), $ref: this.#key(location, scope) };
  }

  #map(keyword: string, location: SchemaLocation, value: unknown, scope: Scope): Record<string, SchemaNode> {
    if (!isObject(value)) throw notSchema(location, value);
    const map: Record<string, SchemaNode> = Object.create(null);
    for (const name of Object.keys(value)) {
      if (keyword === "patternProperties") this.#checkPattern(name, location);
      const at = { document: location.document, pointer: joinPointer(location.pointer, name) };
      const link = isAboutSameValue(keyword) ? this.#node : this.#member;
      map[name] = link.call(this, at, value[name], scope);
    }
    return map;
  }

  #reference(keyword: string, value: unknown, location: SchemaLocation, scope: Scope): string {
    const at = { ...location, pointer: joinPointer(location.pointer, keyword) };
    if (typeof value !== "string") {
      throw new ContractError(`${keyword} is not a string`, at, "Write a URI reference.");
    }
    const target = this.#registry.resolve(location, value);
    if (target === null) {
      throw new ContractError(
        `${keyword} "${value}" leads nowhere`,
        at,
        "Correct the reference, or load the document with its other files.",
      );
    }
    const outermost = keyword === "$dynamicRef" && target.anchor !== null && scope.anchors.get(target.anchor);
    return this.#key(outermost || target.location, scope);
  }

  #assertion(keyword: string, value: unknown, location: SchemaLocation): void {
    if (keyword === "pattern" && typeof value === "string") this.#checkPattern(value, location);
    if (keyword === "format" && typeof value === "string" && !this.#isKnownFormat(value)) {
      this.#notice("unknown-format", value, location);
    }
  }

  /** Keeps each name once, as JSON Schema demands (Validation 2020-12, 6.5.3). */
  #distinctNames(names: unknown, location: SchemaLocation): unknown {
    const repeated = repeatedNames(names, location);
    this.faults.push(...repeated);
    return repeated.length === 0 ? names : [...new Set(names as readonly unknown[])];
  }

  #unknown(keyword: string, value: unknown, location: SchemaLocation, node: Record<string, unknown>): void {
    if (keyword === "x-inferred") {
      const [whole, aspects] = [wholeReason(value), aspectReasons(value)];
      if (whole !== null) node[keyword] = whole;
      if (aspects !== null) node["x-inferred-aspects"] = aspects;
    } else if (keyword === "x-extensible-enum" && Array.isArray(value)) node[keyword] = value;
    else if (!keyword.startsWith("x-")) this.#notice("unknown-keyword", keyword, location);
  }

  /** Reports each name once: a document may use an unknown format a thousand times. */
  #notice(code: Notice["code"], name: string, location: SchemaLocation): void {
    const id = `${code} ${name}`;
    if (this.#noticed.has(id)) return;
    this.#noticed.add(id);
    this.notices.push({ code, name, pointer: locationText(location) });
  }
}

/** What the keywords of one schema are linked into. */
interface LinkedParts {
  readonly scope: Scope;
  /** The scope of schemas that are not about the value itself. */
  readonly apart: Scope;
  readonly node: Record<string, unknown>;
  readonly references: SchemaNode[];
}

/** Whether a keyword applies its schema to the value itself, and not to a part of it. */
function isAboutSameValue(keyword: string): boolean {
  return keyword === "then" || keyword === "else" || keyword === "not" || keyword === "dependentSchemas";
}

function notSchema(location: SchemaLocation, value: unknown): ContractError {
  const problem = `this is not a schema: ${JSON.stringify(value)?.slice(0, 60)}`;
  return new ContractError(problem, location, "Write a JSON Schema object.");
}
