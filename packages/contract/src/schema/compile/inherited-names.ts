import type { SchemaNode } from "../schema-node.js";
import { subschemasOf } from "../subschemas.js";

/**
 * Whether a schema names a property that every object inherits, such as `constructor`. Only then must a validator ask
 * whether each property is the object's own, which takes a twentieth of the time of `ittybit-qa check`.
 */
export function namesInherited(node: SchemaNode): boolean {
  return namesIn(node).some((name) => name in Object.prototype) || subschemasOf(node).some(namesInherited);
}

/** The properties that validators look up by name. */
function namesIn({ properties, required, dependentSchemas, dependentRequired }: SchemaNode): string[] {
  const dependent = Object.entries((dependentRequired ?? {}) as Readonly<Record<string, readonly string[]>>);
  return [
    ...Object.keys(properties ?? {}),
    ...(required ?? []),
    ...Object.keys(dependentSchemas ?? {}),
    ...dependent.flatMap(([name, others]) => [name, ...others]),
  ];
}
