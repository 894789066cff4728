import type { Schemas } from "../outline.js";
import type { SchemaNode } from "../schema-node.js";
import type { SchemaViolation } from "../validator.js";

/**
 * Restates a failed `required` of `if: {not: {required: A}}, then: {required: B}`: what is missing is any one of A and B,
 * not B alone. Returns other violations unchanged.
 *
 * @param conditional the schema that holds the `if` and the `then`
 */
export function restateExclusive(
  schemas: Schemas,
  conditional: SchemaNode | undefined,
  violation: SchemaViolation,
): SchemaViolation {
  const other = otherChoice(schemas, conditional?.if);
  if (violation.keyword !== "required" || other === null) return violation;
  const { missingProperty: _, ...params } = violation.params;
  const own = Array.isArray(violation.limit) ? violation.limit : [];
  return { ...violation, params, limit: [...other, ...own] };
}

function otherChoice(schemas: Schemas, condition: SchemaNode | undefined): readonly string[] | null {
  const target = condition?.$ref === undefined ? condition : schemas[condition.$ref];
  const negated = target?.not as SchemaNode | undefined;
  return negated?.required ?? null;
}
