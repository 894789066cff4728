import type { Schema } from "../../generate/document/document.js";

/** The constraints of a schema, as Markdown phrases. */
export function constraints(schema: Schema): string[] {
  return [
    knownValues(schema),
    range(schema.minimum, schema.maximum),
    length(schema.minLength, schema.maxLength),
    schema.pattern && `matches ${code(schema.pattern)}`,
    schema.minProperties && `at least ${schema.minProperties} of them`,
    schema.default !== undefined && `default ${code(schema.default)}`,
  ].filter((text) => typeof text === "string");
}

function knownValues(schema: Schema): string | undefined {
  if (schema.const !== undefined) return `always ${code(schema.const)}`;
  if (schema.enum) return `one of ${schema.enum.map(code).join(", ")}`;
  const known = schema["x-extensible-enum"];
  return known && `known values ${known.map(code).join(", ")}; more can come`;
}

function range(minimum: number | undefined, maximum: number | undefined): string | undefined {
  if (minimum === undefined && maximum === undefined) return undefined;
  if (maximum === undefined || maximum === 2_147_483_647) return `${minimum} or more`;
  return minimum === undefined ? `at most ${maximum}` : `${minimum} to ${maximum}`;
}

function length(minimum: number | undefined, maximum: number | undefined): string | undefined {
  if (maximum !== undefined) return `${minimum ?? 0} to ${maximum} characters`;
  return minimum === 1 ? "not empty" : minimum === undefined ? undefined : `at least ${minimum} characters`;
}

const code = (value: unknown): string => `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
