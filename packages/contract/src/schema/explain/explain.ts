import { resolvePointer } from "../../json-pointer.js";
import { applicableSchemas, type Schemas } from "../outline.js";
import type { SchemaNode } from "../schema-node.js";
import { type SchemaViolation, type Validators, violations } from "../validator.js";
import { restateExclusive } from "./exclusive.js";

/** Deepest nesting of anyOf and oneOf that is explained branch by branch. */
const deepest = 8;

/**
 * Why a value does not fit, told once for each fault: where alternatives fail, the faults of the one that was
 * most likely meant, or the alternatives themselves where that is not clear.
 */
export function explain(
  schemas: Schemas,
  validators: Validators,
  key: string,
  value: unknown,
): SchemaViolation[] {
  const index = indexByPlace(schemas);
  return unique(refine({ schemas, validators, index, depth: 0 }, key, value, ""));
}

interface Explanation {
  readonly schemas: Schemas;
  readonly validators: Validators;
  readonly index: ReadonlyMap<string, SchemaNode>;
  readonly depth: number;
}

function refine(context: Explanation, key: string, value: unknown, base: string): SchemaViolation[] {
  const raw = violations(context.validators, key, value).filter(({ keyword }) => keyword !== "if");
  const choices = raw.filter(
    ({ keyword }) => keyword === "oneOf" || keyword === "anyOf" || keyword === "contains",
  );
  const hidden = new Set<SchemaViolation>();
  for (const choice of choices) for (const fault of innerFaults(context, choice, raw)) hidden.add(fault);
  return raw
    .filter((fault) => !hidden.has(fault) && !isAfterType(raw, fault))
    .flatMap((fault) => (choices.includes(fault) ? choose(context, fault, value) : [fault]))
    .map((fault) => restateExclusive(context.schemas, context.index.get(fault.schemaAt), fault))
    .map((fault) => ({ ...fault, instancePath: base + fault.instancePath }));
}

/** A value of the wrong type has no other fault worth telling: a format of a number says nothing. */
function isAfterType(
  raw: readonly SchemaViolation[],
  { keyword, instancePath, schemaAt }: SchemaViolation,
): boolean {
  if (keyword === "type") return false;
  return raw.some(
    (one) => one.keyword === "type" && one.instancePath === instancePath && one.schemaAt === schemaAt,
  );
}

/** Faults that were told on the way to a failed choice: those of its branches, at or below its place. */
function innerFaults(
  context: Explanation,
  choice: SchemaViolation,
  raw: readonly SchemaViolation[],
): SchemaViolation[] {
  const node = context.index.get(`${choice.schemaAt}/${choice.keyword}`);
  const inside = new Set<string>();
  for (const branch of branchesOf(node, choice.keyword))
    for (const at of placesBelow(context.schemas, branch)) inside.add(at);
  return raw
    .slice(0, raw.indexOf(choice))
    .filter((fault) => fault.instancePath.startsWith(choice.instancePath) && inside.has(fault.schemaAt));
}

function choose(context: Explanation, choice: SchemaViolation, value: unknown): SchemaViolation[] {
  const passing = choice.params.passingSchemas;
  const branches = branchesOf(context.index.get(`${choice.schemaAt}/${choice.keyword}`), choice.keyword);
  if (choice.keyword === "contains" || Array.isArray(passing) || context.depth >= deepest) return [choice];
  const part = choice.instancePath === "" ? value : resolvePointer(value, choice.instancePath);
  const told = branches.map((branch) =>
    refine({ ...context, depth: context.depth + 1 }, branch.$ref as string, part, choice.instancePath),
  );
  const ranked = told.map((list) => ({ list, distance: distance(list, choice.instancePath) }));
  ranked.sort((a, b) => a.distance - b.distance);
  const [best, second] = ranked;
  if (best === undefined || best.distance >= 1_000 || best.distance === second?.distance) return [choice];
  return best.list;
}

/** How far a value is from a branch: another type or another constant means that it was not meant. */
function distance(list: readonly SchemaViolation[], at: string): number {
  let sum = 0;
  for (const { keyword, instancePath } of list) {
    const depth = instancePath.slice(at.length).split("/").length - 1;
    if (keyword === "type" && depth === 0) sum += 1_000;
    else if ((keyword === "const" || keyword === "enum") && depth <= 1) sum += 100;
    else sum += keyword === "required" ? 10 : 1;
  }
  return sum;
}

function branchesOf(node: SchemaNode | undefined, keyword: string): readonly SchemaNode[] {
  if (keyword === "oneOf") return node?.oneOf ?? [];
  if (keyword === "anyOf") return node?.anyOf ?? [];
  return node?.contains ? [node.contains] : [];
}

/** Every place that a branch may tell a fault about. */
function placesBelow(schemas: Schemas, branch: SchemaNode): Set<string> {
  const places = new Set<string>();
  const open: SchemaNode[] = [branch];
  for (let node = open.pop(); node; node = open.pop()) {
    const at = node["x-at"];
    if (at !== undefined && places.has(`${at} ${node.$ref ?? ""}`)) continue;
    if (at !== undefined) places.add(at).add(`${at} ${node.$ref ?? ""}`);
    open.push(
      ...applicableSchemas(schemas, [node]).filter(
        (other) => other !== node && !places.has(other["x-at"] ?? ""),
      ),
    );
    open.push(...childSchemas(node));
  }
  return places;
}

function childSchemas(node: SchemaNode): SchemaNode[] {
  const { properties, patternProperties, additionalProperties, unevaluatedProperties, prefixItems } = node;
  const { items, unevaluatedItems, contains, propertyNames, not } = node;
  const single = [
    additionalProperties,
    unevaluatedProperties,
    items,
    unevaluatedItems,
    contains,
    propertyNames,
    not,
  ];
  const maps = [properties, patternProperties].flatMap((map) => (map ? Object.values(map) : []));
  const nodes = single.filter((one): one is SchemaNode => typeof one === "object" && one !== null);
  return [...maps, ...(prefixItems ?? []), ...nodes];
}

const indexes = new WeakMap<Schemas, ReadonlyMap<string, SchemaNode>>();

/** Every choice of the linked schemas, by the place of its keyword; made on the first fault only. */
function indexByPlace(schemas: Schemas): ReadonlyMap<string, SchemaNode> {
  const known = indexes.get(schemas);
  if (known) return known;
  const index = new Map<string, SchemaNode>();
  const open = Object.values(schemas);
  for (let node = open.pop(); node; node = open.pop()) {
    const at = node["x-at"];
    for (const keyword of ["oneOf", "anyOf", "contains"])
      if (node[keyword]) index.set(`${at}/${keyword}`, node);
    if (node.if && node.then?.["x-at"]) index.set(node.then["x-at"], node);
    open.push(...childSchemas(node), ...(node.allOf ?? []), ...(node.anyOf ?? []), ...(node.oneOf ?? []));
    open.push(...[node.if, node.then, node.else].filter((one): one is SchemaNode => one !== undefined));
    if (node.dependentSchemas) open.push(...Object.values(node.dependentSchemas));
  }
  indexes.set(schemas, index);
  return index;
}

function unique(list: readonly SchemaViolation[]): SchemaViolation[] {
  const seen = new Map<string, SchemaViolation>();
  for (const fault of list) {
    const id = JSON.stringify([fault.keyword, fault.instancePath, fault.schemaAt, fault.params]);
    if (!seen.has(id)) seen.set(id, fault);
  }
  return [...seen.values()];
}
