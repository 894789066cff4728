import type { Node } from "../document/node.js";

/** Samples a number: 0 if it is in range, else one at or near a limit. */
export function sampleNumber(schema: Node): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const isInteger = [schema.type].flat().includes("integer");
  const step = typeof multipleOf === "number" ? multipleOf : 1;
  const limits = [minimum, maximum, exclusiveMinimum, exclusiveMaximum].filter(
    (limit) => typeof limit === "number",
  );
  const middle = limits.reduce((sum, limit) => sum + limit, 0) / Math.max(limits.length, 1);
  const near = [...limits, middle].flatMap((limit) => {
    const below = Math.floor(limit / step) * step;
    return [limit, below, below + step, below - step, below + step / 2];
  });
  const candidates = [0, ...near].filter((number) => !isInteger || Number.isInteger(number));
  return candidates.find((number) => isInRange(schema, number)) ?? 0;
}

function isInRange(schema: Node, number: number): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (typeof minimum === "number" && number < minimum) return false;
  if (typeof maximum === "number" && number > maximum) return false;
  if (typeof exclusiveMinimum === "number" && number <= exclusiveMinimum) return false;
  if (typeof exclusiveMaximum === "number" && number >= exclusiveMaximum) return false;
  return typeof multipleOf !== "number" || Number.isInteger(Number((number / multipleOf).toPrecision(12)));
}
