import type { CoverageMap, Hits } from "./coverage-map.js";
import { type Plan, type SchemaNode, schemasAtSamePlace } from "./schema-nodes.js";

/** Depth of values up to which coverage is recorded. */
const MAX_DEPTH = 12;

/** Most locations of one body whose coverage is recorded: a few schemas that refer to each other make millions. */
const MAX_LOCATIONS = 20_000;

/** The items that a value at one location of a schema can cover. */
export interface SchemaCoverage {
  /** The value is present; null for the root. */
  readonly here: Hits | null;
  readonly isNull: Hits | null;
  readonly isPresent: Hits | null;
  readonly isEmpty: Hits | null;
  readonly isFilled: Hits | null;
  readonly values: ReadonlyMap<unknown, Hits>;
  readonly branches: readonly { readonly key: string; readonly hits: Hits }[];
  readonly properties: ReadonlyMap<string, SchemaCoverage>;
  readonly items: SchemaCoverage | null;
}

/** Whether a value matches a schema of the plan; null without a plan. */
export type MatchesSchema = ((key: string, value: unknown) => boolean) | null;

/** Adds everything below a schema to the coverage map. */
export function createSchemaCoverage(
  map: CoverageMap,
  plan: Plan,
  prefix: string,
  key: string,
  matchesSchema: MatchesSchema,
): SchemaCoverage {
  return cover({ map, plan, prefix, matchesSchema, locations: { count: 0 } }, [{ $ref: key }], "", null, 0);
}

interface BuildContext {
  readonly map: CoverageMap;
  readonly plan: Plan;
  readonly prefix: string;
  readonly matchesSchema: MatchesSchema;
  readonly locations: { count: number };
}

function cover(
  building: BuildContext,
  start: readonly SchemaNode[],
  path: string,
  here: Hits | null,
  depth: number,
): SchemaCoverage {
  const { map, plan, prefix, matchesSchema } = building;
  building.locations.count++;
  const isTooFar = depth > MAX_DEPTH || building.locations.count > MAX_LOCATIONS;
  const nodes = isTooFar ? [] : schemasAtSamePlace(plan.schemas, start);
  const enter = (kind: Parameters<CoverageMap["entry"]>[0], detail: string) =>
    map.entry(kind, `${prefix} ${path || "/"}${detail}`);
  const isNullable = nodes.some(({ type }) => Array.isArray(type) && type.includes("null"));
  const isArray = nodes.some(
    ({ type }) => type === "array" || (Array.isArray(type) && type.includes("array")),
  );
  const items = nodes.flatMap((node) => (typeof node.items === "object" ? [node.items] : []));
  const known = nodes.flatMap((node) => node["x-extensible-enum"] ?? node.enum ?? []);
  return {
    here,
    isNull: isNullable ? enter("nulls", " null") : null,
    isPresent: isNullable ? enter("nulls", " present") : null,
    isEmpty: isArray ? enter("arrays", " empty") : null,
    isFilled: isArray ? enter("arrays", " filled") : null,
    values: new Map(known.map((value) => [value, enter("values", ` ${JSON.stringify(value)}`)])),
    branches:
      matchesSchema === null
        ? []
        : branchKeys(nodes).map((key, index) => ({ key, hits: enter("branches", ` ${index}`) })),
    properties: coverProperties(building, nodes, path, depth),
    items: items.length > 0 ? cover(building, items, `${path}/*`, null, depth + 1) : null,
  };
}

function coverProperties(
  building: BuildContext,
  nodes: readonly SchemaNode[],
  path: string,
  depth: number,
): Map<string, SchemaCoverage> {
  const names = new Set(nodes.flatMap(({ properties }) => Object.keys(properties ?? {})));
  const covers = [...names].map((name): [string, SchemaCoverage] => {
    const below = nodes.flatMap(({ properties }) =>
      properties && Object.hasOwn(properties, name) ? [properties[name] as SchemaNode] : [],
    );
    const at = `${path}/${name}`;
    const here = building.map.entry("properties", `${building.prefix} ${at}`);
    return [name, cover(building, below, at, here, depth + 1)];
  });
  return new Map(covers);
}

function branchKeys(nodes: readonly SchemaNode[]): string[] {
  const branches = nodes.flatMap(({ anyOf = [], oneOf = [] }) => [...anyOf, ...oneOf]);
  return branches.flatMap(({ $ref }) => $ref ?? []);
}
