import type { Direction } from "../../findings/finding.js";
import { escapePointerToken } from "../../json-pointer.js";
import type { SchemaNode } from "../schema-node.js";
import { MAX_VALUE_DEPTH, tooDeep } from "../value-depth.js";
import type { KnownValues } from "./known-values.js";
import type { SchemaView, SchemaViews } from "./schema-view.js";

interface Observed {
  /** JSON pointer into the value. */
  readonly pointer: string;
  /** The schema that it concerns. */
  readonly node: SchemaNode | null;
  readonly value: unknown;
}

/** Something about a value that its validity does not decide. */
export type Observation =
  /** A property that no schema describes. */
  | (Observed & { readonly kind: "property"; readonly property: string; readonly known: readonly string[] })
  /** A value that an `x-extensible-enum` does not list. */
  | (Observed & { readonly kind: "enum"; readonly known: readonly string[] })
  /** A `readOnly` value in a request, or a `writeOnly` value in a response. */
  | (Observed & { readonly kind: "mark" });

/** Walks a value along its schema. Branches that do not apply to the value are not considered. */
export function observe(
  views: SchemaViews,
  key: string,
  value: unknown,
  direction: Direction,
): readonly Observation[] {
  const root = views.root(key);
  if (root.isSilent) return NOTHING;
  const observations: Observation[] = [];
  visit({ views, direction, observations }, root, value, "", 0);
  return observations;
}

const NOTHING: readonly Observation[] = [];

interface Walk {
  readonly views: SchemaViews;
  readonly direction: Direction;
  readonly observations: Observation[];
}

function visit(walk: Walk, unresolved: SchemaView, value: unknown, pointer: string, depth: number): void {
  if (depth > MAX_VALUE_DEPTH) throw tooDeep();
  const view = walk.views.resolve(unresolved, value);
  if (walk.direction === "request" ? view.readOnly : view.writeOnly) {
    const mark = walk.direction === "request" ? "readOnly" : "writeOnly";
    const node = view.nodes.find((one) => one[mark] === true) ?? null;
    walk.observations.push({ kind: "mark", pointer, node, value });
    return;
  }
  for (const known of view.knownValues) visitKnownValue(walk, known, value, pointer);
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) visitItems(walk, view, value, pointer, depth);
  else visitProperties(walk, view, value as Record<string, unknown>, pointer, depth);
}

/** A value of a type that the set does not have is a matter of `type`. */
function visitKnownValue(walk: Walk, known: KnownValues, value: unknown, pointer: string): void {
  if (known.values.has(value) || !known.types.has(typeof value)) return;
  walk.observations.push({ kind: "enum", pointer, node: known.node, known: known.names, value });
}

function visitItems(
  walk: Walk,
  view: SchemaView,
  items: readonly unknown[],
  pointer: string,
  depth: number,
): void {
  for (let index = 0; index < items.length; index++) {
    const below = walk.views.item(view, index, items[index]);
    if (below !== null && !below.isSilent) visit(walk, below, items[index], `${pointer}/${index}`, depth + 1);
  }
}

function visitProperties(
  walk: Walk,
  view: SchemaView,
  object: Record<string, unknown>,
  pointer: string,
  depth: number,
): void {
  let index = 0;
  for (const name of Object.keys(object)) {
    const below = walk.views.property(view, name, index++);
    if (below === null) addUnknownProperty(walk, view, object, name, pointer);
    else if (!below.isSilent)
      visit(walk, below, object[name], `${pointer}/${escapePointerToken(name)}`, depth + 1);
  }
}

/** A closed object has refused the property already. */
function addUnknownProperty(
  { views, observations }: Walk,
  view: SchemaView,
  object: Record<string, unknown>,
  property: string,
  pointer: string,
): void {
  if (view.isClosed) return;
  const node =
    view.nodes.find(({ properties, patternProperties }) => properties ?? patternProperties) ?? null;
  const known = views.propertyNames(view);
  observations.push({ kind: "property", pointer, node, property, known, value: object[property] });
}
