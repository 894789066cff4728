import { resolvePointer } from "../../json-pointer.js";
import type { Schemas } from "../outline.js";
import { type SchemaViolation, type Validators, violations } from "../validator.js";
import { assertValueDepth } from "../value-depth.js";
import { type ChoiceKeyword, type Choices, choicesOf, isChoice } from "./choices.js";
import { restateExclusive } from "./exclusive.js";

/** Deepest nesting of choices that is explained branch by branch. */
const MAX_CHOICE_DEPTH = 8;

/** Most JSON values that are validated again, branch by branch, to explain one message. */
const MAX_EXPLAINED_VALUES = 300_000;

/** Most violations of one value that are explained. */
const MAX_EXPLAINED_VIOLATIONS = 20_000;

/** Why a value is not valid. */
export interface ValidationResult {
  readonly violations: readonly SchemaViolation[];
  /** Violations beyond the most that are explained. */
  readonly omitted: number;
}

/**
 * Why a value is not valid, each violation once. A failed choice is replaced by the violations of the branch that
 * was most likely meant, and kept where that is not clear.
 */
export function explain(
  schemas: Schemas,
  validators: Validators,
  key: string,
  value: unknown,
): ValidationResult {
  assertValueDepth(value);
  const budget = { values: MAX_EXPLAINED_VALUES };
  const context = { schemas, validators, choices: choicesOf(schemas), budget, depth: 0 };
  const raw = violations(validators, key, value);
  const explained = refine(context, raw.slice(0, MAX_EXPLAINED_VIOLATIONS), value, "");
  return { violations: unique(explained), omitted: Math.max(0, raw.length - MAX_EXPLAINED_VIOLATIONS) };
}

interface Explanation {
  readonly schemas: Schemas;
  readonly validators: Validators;
  readonly choices: Choices;
  readonly budget: { values: number };
  readonly depth: number;
}

/** A failed `oneOf`, `anyOf` or `contains`. */
type FailedChoice = SchemaViolation & { readonly keyword: ChoiceKeyword };

function refine(
  context: Explanation,
  all: readonly SchemaViolation[],
  value: unknown,
  base: string,
): SchemaViolation[] {
  const raw = all.filter(({ keyword }) => keyword !== "if");
  const covered = coveredByChoices(context, raw);
  const wrongTypes = new Set(raw.flatMap((one) => (one.keyword === "type" ? [locationId(one)] : [])));
  const refined: SchemaViolation[] = [];
  for (const violation of raw) {
    if (covered.has(violation)) continue;
    // a value of the wrong type has no other violation worth reporting
    if (violation.keyword !== "type" && wrongTypes.has(locationId(violation))) continue;
    for (const one of isFailedChoice(violation) ? choose(context, violation, value) : [violation]) {
      const restated = restateExclusive(context.schemas, context.choices.conditional(one.schemaAt), one);
      refined.push(base === "" ? restated : { ...restated, instancePath: base + restated.instancePath });
    }
  }
  return refined;
}

function isFailedChoice(violation: SchemaViolation): violation is FailedChoice {
  return isChoice(violation.keyword);
}

function locationId({ instancePath, schemaAt }: SchemaViolation): string {
  return `${schemaAt} ${instancePath}`;
}

/**
 * The violations that failed choices consist of: a validator lists them before the choice itself. Goes backwards, so
 * that a choice inside another one is already covered, and what it consists of need not be looked at again.
 */
function coveredByChoices({ choices }: Explanation, raw: readonly SchemaViolation[]): Set<SchemaViolation> {
  const covered = new Set<SchemaViolation>();
  for (let position = raw.length - 1; position > 0; position--) {
    const choice = raw[position] as SchemaViolation;
    if (!isFailedChoice(choice) || covered.has(choice)) continue;
    const inside = choices.inside(choice.schemaAt, choice.keyword);
    for (let index = position - 1; index >= 0; index--) {
      const inner = raw[index] as SchemaViolation;
      if (!isAtOrBelow(inner.instancePath, choice.instancePath)) break;
      if (inside.has(inner.schemaAt)) covered.add(inner);
    }
  }
  return covered;
}

function isAtOrBelow(pointer: string, ancestor: string): boolean {
  return (
    pointer.startsWith(ancestor) && (pointer.length === ancestor.length || pointer[ancestor.length] === "/")
  );
}

function choose(context: Explanation, choice: FailedChoice, value: unknown): SchemaViolation[] {
  const { schemaAt, keyword, instancePath, params } = choice;
  const hasSeveralMatches = Array.isArray(params.passingSchemas);
  if (keyword === "contains" || hasSeveralMatches || context.depth >= MAX_CHOICE_DEPTH) return [choice];
  const part = instancePath === "" ? value : resolvePointer(value, instancePath);
  const branches = context.choices.branches(schemaAt, keyword);
  context.budget.values -= branches.length * countValues(part, context.budget.values);
  if (context.budget.values <= 0) return [choice];
  const inner = { ...context, depth: context.depth + 1 };
  const ranked = branches.map((branch) => {
    const list = refine(
      inner,
      violations(context.validators, branch.$ref as string, part),
      part,
      instancePath,
    );
    return { list, distance: distance(list, instancePath) };
  });
  ranked.sort((a, b) => a.distance - b.distance);
  const [best, second] = ranked;
  if (best === undefined || best.distance >= OTHER_TYPE || best.distance === second?.distance)
    return [choice];
  return best.list;
}

/** Number of values in a JSON value, itself included, counted no further than `limit`. */
function countValues(value: unknown, limit: number): number {
  const open: unknown[] = [value];
  let count = 0;
  for (let next = open.pop(); count <= limit; next = open.pop()) {
    count++;
    if (typeof next === "object" && next !== null) {
      for (const name in next) if (open.length <= limit) open.push((next as Record<string, unknown>)[name]);
    }
    if (open.length === 0) break;
  }
  return count;
}

const OTHER_TYPE = 1_000;
const OTHER_CONSTANT = 100;
const MISSING_PROPERTY = 10;

/** How far a value is from a branch: another type or another constant means that it was not meant. */
function distance(list: readonly SchemaViolation[], at: string): number {
  let sum = 0;
  for (const { keyword, instancePath } of list) {
    const depth = instancePath.slice(at.length).split("/").length - 1;
    if (keyword === "type" && depth === 0) sum += OTHER_TYPE;
    else if ((keyword === "const" || keyword === "enum") && depth <= 1) sum += OTHER_CONSTANT;
    else sum += keyword === "required" ? MISSING_PROPERTY : 1;
  }
  return sum;
}

function unique(list: readonly SchemaViolation[]): SchemaViolation[] {
  const seen = new Map<string, SchemaViolation>();
  for (const violation of list) {
    const id = `${violation.keyword} ${locationId(violation)} ${JSON.stringify(violation.params)}`;
    if (!seen.has(id)) seen.set(id, violation);
  }
  return [...seen.values()];
}
