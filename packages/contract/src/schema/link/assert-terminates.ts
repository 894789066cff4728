import { ContractError } from "../../contract-error.js";
import type { SchemaNode } from "../schema-node.js";

/**
 * Refuses schemas that apply themselves to the same value again, by `$ref`, allOf, anyOf, oneOf, not or if:
 * checking them would never end (JSON Schema Core 2020-12, 9.4.1).
 */
export function assertTerminates(schemas: Readonly<Record<string, SchemaNode>>): void {
  const done = new Set<string>();
  for (const key of Object.keys(schemas)) follow(schemas, key, [], done);
}

function follow(
  schemas: Readonly<Record<string, SchemaNode>>,
  key: string,
  path: readonly string[],
  done: Set<string>,
): void {
  if (done.has(key)) return;
  const node = schemas[key];
  if (path.includes(key)) {
    const fix = "Put the reference under properties or items, or take it out.";
    throw new ContractError(
      "this schema refers to itself for the same value",
      { pointer: node?.["x-at"] ?? "" },
      fix,
    );
  }
  for (const next of node ? sameValueKeys(node) : []) follow(schemas, next, [...path, key], done);
  done.add(key);
}

/** Keys that a schema applies to the very value that it is applied to. */
function sameValueKeys(node: SchemaNode): string[] {
  const { $ref, allOf = [], anyOf = [], oneOf = [], dependentSchemas = {} } = node;
  const single = [node.not as SchemaNode | undefined, node.if, node.then, node.else];
  const joined = [...allOf, ...anyOf, ...oneOf, ...Object.values(dependentSchemas), ...single];
  const inner = joined.flatMap((one) => (one === undefined ? [] : sameValueKeys(one)));
  return $ref === undefined ? inner : [$ref, ...inner];
}
