import type { Direction } from "../finding.js";
import { escapeStep } from "../pointer.js";
import type { SchemaNode } from "./node.js";
import { propertyNames } from "./shape.js";
import type { Spot, SpotMap } from "./spot.js";

/** Something about a valid value that validity does not tell. */
export type Remark =
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
export function remarksOn(
  spots: SpotMap,
  key: string,
  value: unknown,
  direction: Direction,
): readonly Remark[] {
  const root = spots.root(key);
  if (root.isQuiet) return none;
  const remarks: Remark[] = [];
  visit({ spots, direction, remarks }, root, value, "");
  return remarks;
}

const none: readonly Remark[] = [];

interface Walk {
  readonly spots: SpotMap;
  readonly direction: Direction;
  readonly remarks: Remark[];
}

function visit(walk: Walk, unsettled: Spot, value: unknown, pointer: string): void {
  const spot = walk.spots.settle(unsettled, value);
  if (walk.direction === "request" ? spot.readOnly : spot.writeOnly) {
    const mark = walk.direction === "request" ? "readOnly" : "writeOnly";
    const node = spot.nodes.find((one) => one[mark] === true) ?? null;
    walk.remarks.push({ kind: "mark", pointer, node, value });
    return;
  }
  if (spot.known.length > 0) visitKnown(walk, spot, value, pointer);
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) visitItems(walk, spot, value, pointer);
  else visitProperties(walk, spot, value as Record<string, unknown>, pointer);
}

function visitKnown(walk: Walk, spot: Spot, value: unknown, pointer: string): void {
  for (const known of spot.known) {
    if (known.includes(value) || !known.some((one) => typeof one === typeof value)) continue;
    const node = spot.nodes.find((one) => one["x-extensible-enum"] === known) ?? null;
    walk.remarks.push({ kind: "enum", pointer, node, known, value });
  }
}

function visitItems(walk: Walk, spot: Spot, items: readonly unknown[], pointer: string): void {
  for (let index = 0; index < items.length; index++) {
    const below = walk.spots.item(spot, index, items[index]);
    if (below !== null && !below.isQuiet) visit(walk, below, items[index], `${pointer}/${index}`);
  }
}

function visitProperties(walk: Walk, spot: Spot, object: Record<string, unknown>, pointer: string): void {
  for (const name of Object.keys(object)) {
    const below = walk.spots.property(spot, name);
    if (below === null) tellProperty(walk, spot, object, name, pointer);
    else if (!below.isQuiet) visit(walk, below, object[name], `${pointer}/${escapeStep(name)}`);
  }
}

/** A closed object has refused the property already. */
function tellProperty(
  { remarks }: Walk,
  { nodes }: Spot,
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
