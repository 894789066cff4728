import type { Direction } from "../../findings/finding.js";
import { escapePointerToken } from "../../json-pointer.js";
import { propertyNames } from "../outline.js";
import type { SchemaNode } from "../schema-node.js";
import type { SchemaView, SchemaViews } from "./schema-view.js";

/** Something about a valid value that validity does not tell. */
export type Observation =
  | {
      readonly kind: "property";
      readonly pointer: string;
      readonly node: SchemaNode | null;
      readonly property: string;
      readonly known: readonly string[];
      readonly value: unknown;
    }
  | {
      readonly kind: "enum";
      readonly pointer: string;
      readonly node: SchemaNode | null;
      readonly known: readonly unknown[];
      readonly value: unknown;
    }
  | {
      readonly kind: "mark";
      readonly pointer: string;
      readonly node: SchemaNode | null;
      readonly value: unknown;
    };

/**
 * Walks a value along its schema: properties no schema knows, values outside an open set, and properties
 * that must not be sent in this direction. Branches that do not hold say nothing.
 */
export function observe(
  views: SchemaViews,
  key: string,
  value: unknown,
  direction: Direction,
): readonly Observation[] {
  const root = views.root(key);
  if (root.neverReports) return none;
  const remarks: Observation[] = [];
  visit({ views, direction, remarks }, root, value, "");
  return remarks;
}

const none: readonly Observation[] = [];

interface Walk {
  readonly views: SchemaViews;
  readonly direction: Direction;
  readonly remarks: Observation[];
}

function visit(walk: Walk, unresolved: SchemaView, value: unknown, pointer: string): void {
  const view = walk.views.resolve(unresolved, value);
  if (walk.direction === "request" ? view.readOnly : view.writeOnly) {
    const mark = walk.direction === "request" ? "readOnly" : "writeOnly";
    const node = view.nodes.find((one) => one[mark] === true) ?? null;
    walk.remarks.push({ kind: "mark", pointer, node, value });
    return;
  }
  if (view.known.length > 0) visitKnown(walk, view, value, pointer);
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) visitItems(walk, view, value, pointer);
  else visitProperties(walk, view, value as Record<string, unknown>, pointer);
}

function visitKnown(walk: Walk, view: SchemaView, value: unknown, pointer: string): void {
  for (const known of view.known) {
    if (known.includes(value) || !known.some((one) => typeof one === typeof value)) continue;
    const node = view.nodes.find((one) => one["x-extensible-enum"] === known) ?? null;
    walk.remarks.push({ kind: "enum", pointer, node, known, value });
  }
}

function visitItems(walk: Walk, view: SchemaView, items: readonly unknown[], pointer: string): void {
  for (let index = 0; index < items.length; index++) {
    const below = walk.views.item(view, index, items[index]);
    if (below !== null && !below.neverReports) visit(walk, below, items[index], `${pointer}/${index}`);
  }
}

function visitProperties(
  walk: Walk,
  view: SchemaView,
  object: Record<string, unknown>,
  pointer: string,
): void {
  for (const name of Object.keys(object)) {
    const below = walk.views.property(view, name);
    if (below === null) reportProperty(walk, view, object, name, pointer);
    else if (!below.neverReports) visit(walk, below, object[name], `${pointer}/${escapePointerToken(name)}`);
  }
}

/** A closed object has refused the property already. */
function reportProperty(
  { remarks }: Walk,
  { nodes }: SchemaView,
  object: Record<string, unknown>,
  property: string,
  pointer: string,
): void {
  if (nodes.some((node) => node.additionalProperties === false || node.unevaluatedProperties === false))
    return;
  const node = nodes.find(({ properties, patternProperties }) => properties ?? patternProperties) ?? null;
  remarks.push({
    kind: "property",
    pointer,
    node,
    property,
    known: propertyNames(nodes),
    value: object[property],
  });
}
