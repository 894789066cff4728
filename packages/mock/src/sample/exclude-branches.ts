import { asNode, type Node } from "../document/node.js";

/**
 * A schema for what keeps a value from matching other branches of a `oneOf`: for each of them, a property that only it
 * declares, with a value that it rejects. Objects with different optional properties need it, because every branch accepts
 * the properties that it does not declare.
 */
export function excludeBranches(
  chosen: Node,
  others: readonly Node[],
  flatten: (schema: unknown) => Node,
): Node {
  const known = asNode(chosen.properties);
  const excluding: Record<string, unknown> = {};
  for (const other of others) {
    for (const [name, schema] of Object.entries(asNode(other.properties))) {
      const value = Object.hasOwn(known, name) ? undefined : rejectedValue(flatten(schema));
      if (value === undefined) continue;
      excluding[name] = { const: value };
      break;
    }
  }
  return { properties: excluding, required: Object.keys(excluding) };
}

/** A value of a type that the schema does not allow; undefined if it allows every type. */
function rejectedValue({ type }: Node): unknown {
  const types = [type].flat();
  if (type === undefined) return undefined;
  return VALUES.find(([name]) => !types.includes(name))?.[1];
}

/** The least surprising value first. */
const VALUES: readonly (readonly [type: string, value: unknown])[] = [
  ["null", null],
  ["string", "string"],
  ["boolean", true],
];
