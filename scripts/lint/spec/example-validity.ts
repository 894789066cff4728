import { parsePointer } from "@ittybit/contract/json-pointer";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { SpecError } from "../../generate/bundle/spec-error.js";
import type { Finding } from "../finding.js";
import type { Example } from "./examples.js";
import { type Openness, type SchemaCopy, schemaCopy } from "./schema-copy.js";
import { lineOf, type Site, type Sources } from "./spec-source.js";

/**
 * Finds examples that violate their schema, or have a property or a value of an open set that the schema does not
 * describe. In a response of the API the latter is drift; in an example it is a typo.
 *
 * @throws SpecError for a schema that is not one
 */
export function invalidExamples(sources: Sources, examples: Example[]): Finding[] {
  const validators = compiler(sources);
  return examples.flatMap((example) => {
    const { open, closed } = validators(example.schema);
    const broken = violations(open, example.value);
    if (broken.length > 0) return broken.map((error) => finding(sources, example, error, "example-invalid"));
    return violations(closed, example.value).map((error) =>
      finding(sources, example, error, "example-drift"),
    );
  });
}

type Validators = Record<Openness, ValidateFunction>;

function compiler(sources: Sources): (schema: Site) => Validators {
  const compiled = new Map<string, Validators>();
  return (schema) => {
    const key = JSON.stringify(schema);
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const made = {
      open: compile(sources, schema, "open"),
      closed: compile(sources, schema, "closed"),
    };
    compiled.set(key, made);
    return made;
  };
}

function compile(sources: Sources, schema: Site, openness: Openness): ValidateFunction {
  try {
    return compileOnce(schemaCopy(sources, schema, openness));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SpecError(`${schema.file}:${lineOf(sources, schema)}`, `not a JSON Schema: ${reason}`, {
      fix: "Fix it.",
    });
  }
}

// Each validator checks a handful of examples, which takes less time than it takes to optimize its code.
const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true, code: { optimize: false } });
ajvFormats.default(ajv);

/** By the text of their schemas, which examples in different files often share. */
const byText = new Map<string, ValidateFunction>();

function compileOnce(schema: SchemaCopy): ValidateFunction {
  const text = JSON.stringify(schema);
  const known = byText.get(text);
  if (known !== undefined) return known;
  const compiled = ajv.compile(schema);
  byText.set(text, compiled);
  return compiled;
}

/** The innermost errors only: the errors of the branches say what is wrong with a composition. */
function violations(validate: ValidateFunction, value: unknown): ErrorObject[] {
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const inner = errors.filter(({ keyword }) => !["anyOf", "oneOf", "if", "$ref"].includes(keyword));
  return inner.length > 0 ? inner : errors;
}

function finding(sources: Sources, example: Example, error: ErrorObject, code: string): Finding {
  const property = error.params.unevaluatedProperty ?? error.params.additionalProperty;
  const steps = parsePointer(error.instancePath);
  const at = property === undefined ? steps : [...steps, String(property)];
  const site = { ...example.site, steps: [...example.site.steps, ...at] };
  const allowed = error.params.allowedValues;
  const detail = Array.isArray(allowed)
    ? `: ${allowed.map((value) => JSON.stringify(value)).join(", ")}`
    : "";
  const subject = at.length === 0 ? "the value" : at.join(".");
  const message =
    property === undefined
      ? `${subject} ${error.message}${detail}`
      : `${subject} is not in the schema; correct the name or describe it`;
  return { file: site.file, line: lineOf(sources, site), code, message };
}
