import { ContractError } from "../../contract-error.js";
import type { SchemaNode } from "../schema-node.js";

type Schemas = Readonly<Record<string, SchemaNode>>;

/**
 * Most schemas that one value may be validated against at one place, each counted as often as it applies. Three
 * levels of `oneOf` with ten branches each are 1,000; twenty levels that each lead to the next twice are a million.
 */
const MAX_APPLICATIONS = 50_000;

/**
 * Refuses schemas whose validation does not end: those that apply themselves to the same value again, by `$ref`,
 * allOf, anyOf, oneOf, not or if (JSON Schema Core 2020-12, 9.4.1), and those that do so with too many others.
 *
 * @throws ContractError with the pointer of the schema
 */
export function assertTerminates(schemas: Schemas): void {
  const applications = new Map<string, number>();
  for (const key of Object.keys(schemas)) countFrom(schemas, key, applications);
}

/** Counts depth first with a stack of its own: a chain of references may be longer than the call stack. */
function countFrom(schemas: Schemas, start: string, applications: Map<string, number>): void {
  const open = new Set<string>();
  const stack = [start];
  for (let key = stack.at(-1); key !== undefined; key = stack.at(-1)) {
    const node = schemas[key];
    const references = node === undefined || applications.has(key) ? [] : sameValueReferences(node);
    const uncounted = references.filter((reference) => !applications.has(reference));
    if (uncounted.length === 0) {
      if (!applications.has(key)) applications.set(key, total(node, references, applications));
      open.delete(key);
      stack.pop();
      continue;
    }
    open.add(key);
    const circular = uncounted.find((reference) => open.has(reference));
    if (circular !== undefined) throw refersToItself(schemas[circular]);
    for (const reference of uncounted) stack.push(reference);
  }
}

function total(
  node: SchemaNode | undefined,
  references: readonly string[],
  applications: ReadonlyMap<string, number>,
): number {
  let sum = 1;
  for (const reference of references) sum += applications.get(reference) ?? 0;
  if (sum <= MAX_APPLICATIONS) return sum;
  throw new ContractError(
    `this schema applies more than ${MAX_APPLICATIONS} schemas to one value`,
    { pointer: node?.["x-at"] ?? "" },
    "Refer to each schema once, instead of at every level.",
  );
}

function refersToItself(node: SchemaNode | undefined): ContractError {
  const fix = "Put the reference under properties or items, or remove it.";
  const pointer = node?.["x-at"] ?? "";
  return new ContractError("this schema refers to itself for the same value", { pointer }, fix);
}

/** Keys of the schemas that a schema applies to the same value, as often as it does. */
function sameValueReferences(node: SchemaNode): string[] {
  const { $ref, allOf = [], anyOf = [], oneOf = [], dependentSchemas = {} } = node;
  const single = [node.not as SchemaNode | undefined, node.if, node.then, node.else];
  const applied = [...allOf, ...anyOf, ...oneOf, ...Object.values(dependentSchemas), ...single];
  const inner = applied.flatMap((one) => (one === undefined ? [] : sameValueReferences(one)));
  return $ref === undefined ? inner : [$ref, ...inner];
}
