import type { CoverageMap, Hits } from "./coverage-map.js";
import type { SchemaGraph, SchemaVertex } from "./schema-graph.js";
import type { SchemaNode } from "./schema-nodes.js";

/** Limits of the coverage of one body. A report names the bodies that reach one. */
export const COVERAGE_LIMITS = {
  /** Depth of values up to which coverage is recorded. */
  depth: 12,
  /** Most locations: a few schemas that refer to each other make millions. */
  locations: 20_000,
  /** Most combinations of schemas that the bodies of one contract are made of. */
  combinations: 250_000,
} as const;

/** The items that a value at one location of a schema can cover. */
export interface SchemaCoverage {
  readonly isNull: Hits | null;
  readonly isPresent: Hits | null;
  readonly isEmpty: Hits | null;
  readonly isFilled: Hits | null;
  readonly values: ReadonlyMap<unknown, Hits>;
  readonly branches: readonly { readonly key: string; readonly hits: Hits }[];
  readonly properties: ReadonlyMap<string, PropertyCoverage>;
  readonly items: SchemaCoverage | null;
}

/** A property, and what its value can cover. */
interface PropertyCoverage {
  /** The property is present. */
  readonly here: Hits;
  readonly value: SchemaCoverage;
}

/** Whether a value matches a schema of the plan; null without a plan. */
export type MatchesSchema = ((key: string, value: unknown) => boolean) | null;

/** What the coverage of a body is built from. */
export interface BodyCoverageOptions {
  readonly map: CoverageMap;
  readonly graph: SchemaGraph;
  /** Operation and status, or `request`. */
  readonly name: string;
  /** Key of the schema. */
  readonly key: string;
  readonly hasBranches: boolean;
}

/**
 * Adds everything below a schema to the coverage map. A schema that contains itself is listed at its shortest
 * location only: values further down cover the same items.
 */
export function createSchemaCoverage(options: BodyCoverageOptions): SchemaCoverage | null {
  const { map, graph, name, key } = options;
  const vertex = graph.vertex(key);
  if (vertex === null) map.truncated.add(name);
  return vertex && new BodyCoverage(options, vertex).cover();
}

/** A {@link SchemaCoverage} whose edges are set after it was made: recursive schemas lead back to it. */
interface OpenCoverage extends SchemaCoverage {
  readonly properties: Map<string, PropertyCoverage>;
  items: SchemaCoverage | null;
}

class BodyCoverage {
  readonly #options: BodyCoverageOptions;
  readonly #root: SchemaVertex;
  /** Name of the location of the root, which those below it begin with. */
  readonly #start: string;
  /** A recursive schema is listed at this location only. */
  readonly #shortest: ReadonlyMap<SchemaVertex, string>;
  readonly #recursive = new Map<SchemaVertex, OpenCoverage>();
  #locations = 0;

  constructor(options: BodyCoverageOptions, root: SchemaVertex) {
    this.#options = options;
    this.#root = root;
    this.#start = `${options.name} `;
    this.#shortest = shortestLocations(root, this.#start);
  }

  cover(): SchemaCoverage {
    return this.#cover(this.#root, this.#start, 0);
  }

  /** @param path name of the location */
  #cover(vertex: SchemaVertex, path: string, depth: number): SchemaCoverage {
    const listed = vertex.isRecursive ? this.#shortest.get(vertex) : path;
    if (listed === path) this.#locations++;
    const { depth: maxDepth, locations } = COVERAGE_LIMITS;
    const isTooFar = listed === undefined || depth > maxDepth || this.#locations > locations;
    if (isTooFar && (listed === undefined || listed === path)) return this.#truncate(vertex);
    const coverage = this.#recursive.get(vertex) ?? this.#place(vertex, listed);
    if (vertex.isRecursive) this.#recursive.set(vertex, coverage);
    if (listed === path) this.#enter(vertex, coverage, { path, depth });
    return coverage;
  }

  #enter(
    { properties, items }: SchemaVertex,
    coverage: OpenCoverage,
    { path, depth }: { readonly path: string; readonly depth: number },
  ): void {
    for (const [property, below] of properties) {
      const at = `${path}/${property}`;
      const here = this.#options.map.entry("properties", at);
      coverage.properties.set(property, { here, value: this.#cover(below, at, depth + 1) });
    }
    if (items) coverage.items = this.#cover(items, `${path}/*`, depth + 1);
  }

  #truncate(vertex: SchemaVertex): SchemaCoverage {
    if (hasContent(vertex)) this.#options.map.truncated.add(this.#options.name);
    return NO_COVERAGE;
  }

  /** What a value covers on its own, without its properties and items. */
  #place(vertex: SchemaVertex, path: string): OpenCoverage {
    const { map, hasBranches } = this.#options;
    const at = path === this.#start ? `${path}/` : path;
    const enter = (kind: Parameters<CoverageMap["entry"]>[0], detail: string) => map.entry(kind, at + detail);
    const { isNullable, isArray, known, branches } = coverableOf(vertex);
    return {
      isNull: isNullable ? enter("nulls", " null") : null,
      isPresent: isNullable ? enter("nulls", " present") : null,
      isEmpty: isArray ? enter("arrays", " empty") : null,
      isFilled: isArray ? enter("arrays", " filled") : null,
      values:
        known.length === 0
          ? NO_VALUES
          : new Map(known.map(([value, text]) => [value, enter("values", text)])),
      branches: hasBranches
        ? branches.map((key, index) => ({ key, hits: enter("branches", ` ${index}`) }))
        : [],
      properties: vertex.properties.size === 0 ? NO_PROPERTIES : new Map(),
      items: null,
    };
  }
}

/** What a value of some schemas can cover, wherever it is. */
interface Coverable {
  readonly isNullable: boolean;
  readonly isArray: boolean;
  /** Each known value, and the end of its name in a report. */
  readonly known: readonly (readonly [value: unknown, text: string])[];
  /** Keys of the schemas of branches. */
  readonly branches: readonly string[];
}

/** The same schemas apply at thousands of locations of a large contract. */
const coverables = new WeakMap<SchemaVertex, Coverable>();

function coverableOf(vertex: SchemaVertex): Coverable {
  const remembered = coverables.get(vertex) ?? readCoverable(vertex);
  coverables.set(vertex, remembered);
  return remembered;
}

function readCoverable({ nodes }: SchemaVertex): Coverable {
  const known = nodes.flatMap((node) => node["x-extensible-enum"] ?? node.enum ?? []);
  return {
    isNullable: nodes.some(({ type }) => Array.isArray(type) && type.includes("null")),
    isArray: nodes.some(({ type }) => type === "array" || (Array.isArray(type) && type.includes("array"))),
    known: known.map((value) => [value, ` ${JSON.stringify(value)}`]),
    branches: branchKeys(nodes),
  };
}

// an empty map takes 200 bytes, and most of the locations of a contract have neither known values nor properties
const NO_VALUES: ReadonlyMap<unknown, Hits> = new Map();
const NO_PROPERTIES = new Map<string, PropertyCoverage>();

const NO_COVERAGE: SchemaCoverage = {
  isNull: null,
  isPresent: null,
  isEmpty: null,
  isFilled: null,
  values: NO_VALUES,
  branches: [],
  properties: NO_PROPERTIES,
  items: null,
};

/** The shortest location of each schema below a root, breadth first, as deep as coverage is recorded. */
function shortestLocations(root: SchemaVertex, start: string): Map<SchemaVertex, string> {
  const found = new Map([[root, start]]);
  let level: [SchemaVertex, string][] = [...found];
  for (let depth = 1; depth <= COVERAGE_LIMITS.depth && level.length > 0; depth++) {
    const edges = level.flatMap(([vertex, path]) => edgesOf(vertex, path));
    level = [];
    for (const [vertex, path] of edges) {
      if (found.has(vertex)) continue;
      found.set(vertex, path);
      level.push([vertex, path]);
    }
  }
  return found;
}

function edgesOf({ properties, items }: SchemaVertex, path: string): [SchemaVertex, string][] {
  const edges = [...properties].map(([name, below]): [SchemaVertex, string] => [below, `${path}/${name}`]);
  return items ? [...edges, [items, `${path}/*`]] : edges;
}

function hasContent({ nodes, properties, items }: SchemaVertex): boolean {
  return properties.size > 0 || items !== null || nodes.some((node) => node.enum ?? node.oneOf ?? node.anyOf);
}

function branchKeys(nodes: readonly SchemaNode[]): string[] {
  const branches = nodes.flatMap(({ anyOf = [], oneOf = [] }) => [...anyOf, ...oneOf]);
  return branches.flatMap(({ $ref }) => $ref ?? []);
}
