import type { Ledger, Seen } from "./coverage-map.js";
import { type Plan, type SchemaNode, spread } from "./schema-nodes.js";

/** Values deeper than this are not told apart. */
const deepest = 12;

/** The entries that a value at one place of a schema can mark. */
export interface SchemaCover {
  /** The value is there at all; null for the root. */
  readonly here: Seen | null;
  readonly isNull: Seen | null;
  readonly isPresent: Seen | null;
  readonly isEmpty: Seen | null;
  readonly isFilled: Seen | null;
  readonly values: ReadonlyMap<unknown, Seen>;
  readonly branches: readonly { readonly key: string; readonly seen: Seen }[];
  readonly properties: ReadonlyMap<string, SchemaCover>;
  readonly items: SchemaCover | null;
}

/** Whether a value fits a schema of the plan; null where that cannot be asked. */
export type Fits = ((key: string, value: unknown) => boolean) | null;

/** Enters everything below a schema into the ledger, and gives what marks it. */
export function coverSchema(
  ledger: Ledger,
  plan: Plan,
  prefix: string,
  key: string,
  fits: Fits,
): SchemaCover {
  return cover({ ledger, plan, prefix, fits }, [{ $ref: key }], "", null, 0);
}

interface Building {
  readonly ledger: Ledger;
  readonly plan: Plan;
  readonly prefix: string;
  readonly fits: Fits;
}

function cover(
  building: Building,
  start: readonly SchemaNode[],
  path: string,
  here: Seen | null,
  depth: number,
): SchemaCover {
  const { ledger, plan, prefix, fits } = building;
  const nodes = depth > deepest ? [] : spread(plan.schemas, start);
  const enter = (kind: Parameters<Ledger["entry"]>[0], detail: string) =>
    ledger.entry(kind, `${prefix} ${path || "/"}${detail}`);
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
      fits === null
        ? []
        : branchKeys(nodes).map((key, index) => ({ key, seen: enter("branches", ` ${index}`) })),
    properties: coverProperties(building, nodes, path, depth),
    items: items.length > 0 ? cover(building, items, `${path}/*`, null, depth + 1) : null,
  };
}

function coverProperties(
  building: Building,
  nodes: readonly SchemaNode[],
  path: string,
  depth: number,
): Map<string, SchemaCover> {
  const names = new Set(nodes.flatMap(({ properties }) => Object.keys(properties ?? {})));
  const covers = [...names].map((name): [string, SchemaCover] => {
    const below = nodes.flatMap(({ properties }) =>
      properties && Object.hasOwn(properties, name) ? [properties[name] as SchemaNode] : [],
    );
    const at = `${path}/${name}`;
    const here = building.ledger.entry("properties", `${building.prefix} ${at}`);
    return [name, cover(building, below, at, here, depth + 1)];
  });
  return new Map(covers);
}

function branchKeys(nodes: readonly SchemaNode[]): string[] {
  const branches = nodes.flatMap(({ anyOf = [], oneOf = [] }) => [...anyOf, ...oneOf]);
  return branches.flatMap(({ $ref }) => $ref ?? []);
}
