import { ContractError } from "../../contract-error.js";
import type { Notice } from "../../document/contract-model.js";
import type { Direction } from "../../findings/finding.js";
import { isObject } from "../../is-object.js";
import { joinPointer } from "../../json-pointer.js";
import type { SchemaNode } from "../schema-node.js";
import { keptAnnotations, keywords } from "./keywords.js";
import { readWriteOnlyNames } from "./read-write-only.js";
import { locationText, type Resource, type SchemaLocation, type SchemaRegistry } from "./schema-registry.js";
import { splitConditions } from "./split-conditions.js";

/** What a schema's meaning depends on besides itself. */
interface Scope {
  readonly direction: Direction;
  /** Outermost schema for each dynamic anchor (JSON Schema Core 2020-12, 8.2.3.2). */
  readonly anchors: ReadonlyMap<string, SchemaLocation>;
  /** Properties that need not be there in this direction, whatever `required` says. */
  readonly exempt: readonly string[];
}

/**
 * Path items, operations, request bodies and responses: a reason there speaks of the call or the status, and so
 * covers the schemas written inside, but not those that they refer to.
 */
const speaksOfCall =
  /^\/paths\/[^/]+(\/[a-z]+(\/requestBody|\/responses(\/[^/]+)?)?)?$|^\/components\/(requestBodies|responses|pathItems)\/[^/]+$/;

/** Turns schemas into linked ones, each once per direction and dynamic scope. */
export class Linker {
  readonly schemas: Record<string, SchemaNode> = Object.create(null);
  readonly notices: Notice[] = [];
  readonly #keys = new Map<string, string>();
  readonly #registry: SchemaRegistry;
  readonly #queue: (() => void)[] = [];
  readonly #noticed = new Set<string>();
  readonly #isKnownFormat: (name: string) => boolean;
  readonly #checkPattern: (pattern: string, place: SchemaLocation) => void;

  constructor(
    registry: SchemaRegistry,
    checks: {
      isKnownFormat(name: string): boolean;
      checkPattern(pattern: string, place: SchemaLocation): void;
    },
  ) {
    this.#registry = registry;
    this.#isKnownFormat = checks.isKnownFormat;
    this.#checkPattern = checks.checkPattern;
  }

  /** Links the schema at a place and all it refers to. Returns its key. */
  link(place: SchemaLocation, direction: Direction): string {
    this.#registry.add(place);
    const key = this.#key(place, { direction, anchors: new Map(), exempt: [] });
    for (let work = this.#queue.pop(); work; work = this.#queue.pop()) work();
    return key;
  }

  #key(place: SchemaLocation, outer: Scope): string {
    const scope = this.#enter(this.#registry.resourceOf(place), outer);
    const id = [scope.direction, locationText(place), scopeText(scope)].join(" ");
    const known = this.#keys.get(id);
    if (known !== undefined) return known;
    const key = `${scope.direction === "request" ? "q" : "s"}${this.#keys.size}`;
    this.#keys.set(id, key);
    this.#queue.push(() => {
      this.schemas[key] = this.#root(place, scope);
    });
    return key;
  }

  /** A linked schema that stands alone carries the reason that stands above it. */
  #root(place: SchemaLocation, scope: Scope): SchemaNode {
    const node = this.#node(place, this.#registry.value(place), scope);
    if (node["x-inferred"] !== undefined) return node;
    const above = this.#inferredAbove(place);
    if (above === null) return node;
    return { ...node, [above.isLocal ? "x-inferred-here" : "x-inferred"]: above.reason };
  }

  #inferredAbove(place: SchemaLocation): { reason: string; isLocal: boolean } | null {
    for (let pointer = place.pointer; pointer !== ""; ) {
      pointer = pointer.slice(0, pointer.lastIndexOf("/"));
      const above = this.#registry.value({ document: place.document, pointer });
      if (isObject(above) && typeof above["x-inferred"] === "string") {
        return { reason: above["x-inferred"], isLocal: place.document === "" && speaksOfCall.test(pointer) };
      }
    }
    return null;
  }

  #enter(resource: Resource, scope: Scope): Scope {
    if (!this.#registry.dynamic) return scope;
    const anchors = new Map(scope.anchors);
    for (const [name, place] of resource.dynamicAnchors) if (!anchors.has(name)) anchors.set(name, place);
    return { ...scope, anchors };
  }

  #node(place: SchemaLocation, schema: unknown, outer: Scope): SchemaNode {
    const at = { "x-at": locationText(place) };
    if (schema === true) return at;
    if (schema === false) return { ...at, not: {} };
    if (!isObject(schema)) throw notSchema(place, schema);
    const exempt = readWriteOnlyNames(this.#registry, place, schema, outer);
    const scope = { ...this.#enter(this.#registry.resourceOf(place), outer), exempt };
    const node: Record<string, unknown> = at;
    const references: SchemaNode[] = [];
    for (const keyword of Object.keys(schema)) {
      this.#keyword(keyword, schema[keyword], place, scope, node, references);
    }
    this.#placeReferences(node, references);
    // Ajv forgets what `if` has evaluated where `then` says nothing
    // biome-ignore lint/suspicious/noThenProperty: the keyword is called so
    if (node.if !== undefined && node.then === undefined) node.then = { minLength: 0 };
    splitConditions(node);
    if (exempt.length > 0 && Array.isArray(node.required)) {
      node.required = node.required.filter((name) => !exempt.includes(String(name)));
    }
    return node;
  }

  /** `$ref` stays where it is; a second reference beside it moves into `allOf`. */
  #placeReferences(node: Record<string, unknown>, references: SchemaNode[]): void {
    const [first, ...more] = references;
    if (first?.$ref !== undefined) node.$ref = first.$ref;
    if (more.length > 0) node.allOf = [...((node.allOf as SchemaNode[] | undefined) ?? []), ...more];
  }

  #keyword(
    keyword: string,
    value: unknown,
    place: SchemaLocation,
    scope: Scope,
    node: Record<string, unknown>,
    references: SchemaNode[],
  ): void {
    const inside = { document: place.document, pointer: joinPointer(place.pointer, keyword) };
    const apart = { ...scope, exempt: [] };
    const sort = keywords.get(keyword);
    switch (sort) {
      case "assertion":
        node[keyword] = value;
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
        node[keyword] = value.map((item, index) => {
          const at = { document: place.document, pointer: joinPointer(inside.pointer, index) };
          if (sort === "branches") return this.#branch(at, item, scope);
          return this.#node(at, item, keyword === "allOf" ? scope : apart);
        });
        break;
      case "map":
        if (keyword !== "$defs" && keyword !== "definitions") {
          node[keyword] = this.#map(inside, value, keyword === "dependentSchemas" ? scope : apart);
        }
        break;
      case "reference":
        references.push({ $ref: this.#reference(keyword, value, place, scope) });
        break;
      case "identity":
        break;
      case undefined:
        this.#unknown(keyword, value, inside, node);
        break;
      default:
        sort satisfies never;
    }
  }

  /** Ajv says more when these stay plain booleans. */
  #single(keyword: string, place: SchemaLocation, value: unknown, scope: Scope): SchemaNode | boolean {
    const plain = keyword.endsWith("Properties") || keyword.endsWith("tems");
    return plain && typeof value === "boolean" ? value : this.#node(place, value, scope);
  }

  #branch(place: SchemaLocation, value: unknown, scope: Scope): SchemaNode {
    if (typeof value !== "boolean" && !isObject(value)) throw notSchema(place, value);
    return { "x-at": locationText(place), $ref: this.#key(place, scope) };
  }

  #map(place: SchemaLocation, value: unknown, scope: Scope): Record<string, SchemaNode> {
    if (!isObject(value)) throw notSchema(place, value);
    const map: Record<string, SchemaNode> = Object.create(null);
    for (const name of Object.keys(value)) {
      if (place.pointer.endsWith("/patternProperties")) this.#checkPattern(name, place);
      const at = { document: place.document, pointer: joinPointer(place.pointer, name) };
      map[name] = this.#node(at, value[name], scope);
    }
    return map;
  }

  #reference(keyword: string, value: unknown, place: SchemaLocation, scope: Scope): string {
    const at = { ...place, pointer: joinPointer(place.pointer, keyword) };
    if (typeof value !== "string") {
      throw new ContractError(`${keyword} is not a string`, at, "Write a URI reference.");
    }
    const target = this.#registry.resolve(place, value);
    if (target === null) {
      throw new ContractError(
        `${keyword} "${value}" leads nowhere`,
        at,
        "Correct the reference, or load the document with its other files.",
      );
    }
    const outermost = keyword === "$dynamicRef" && target.anchor !== null && scope.anchors.get(target.anchor);
    return this.#key(outermost || target.place, scope);
  }

  #assertion(keyword: string, value: unknown, place: SchemaLocation): void {
    if (keyword === "pattern" && typeof value === "string") this.#checkPattern(value, place);
    if (keyword === "format" && typeof value === "string" && !this.#isKnownFormat(value)) {
      this.#notice("unknown-format", value, place);
    }
  }

  #unknown(keyword: string, value: unknown, place: SchemaLocation, node: Record<string, unknown>): void {
    if (keyword === "x-inferred" && typeof value === "string") node[keyword] = value;
    else if (keyword === "x-extensible-enum" && Array.isArray(value)) node[keyword] = value;
    else if (!keyword.startsWith("x-")) this.#notice("unknown-keyword", keyword, place);
  }

  /** Each name once: a document may use an unknown format a thousand times. */
  #notice(code: Notice["code"], name: string, place: SchemaLocation): void {
    const id = `${code} ${name}`;
    if (this.#noticed.has(id)) return;
    this.#noticed.add(id);
    this.notices.push({ code, name, pointer: locationText(place) });
  }
}

function scopeText(scope: Scope): string {
  const anchors = [...scope.anchors].map(([name, place]) => `${name}=${locationText(place)}`);
  return [...anchors.sort(), "|", ...scope.exempt].join(" ");
}

function notSchema(place: SchemaLocation, value: unknown): ContractError {
  const shown = JSON.stringify(value)?.slice(0, 60);
  return new ContractError(`this is not a schema: ${shown}`, place, "Write a JSON Schema object.");
}
