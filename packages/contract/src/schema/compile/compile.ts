import { _, type AnySchemaObject, type CodeKeywordDefinition, str } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { ContractError } from "../../contract-error.js";
import { joinPointer } from "../../json-pointer.js";
import type { Schemas } from "../outline.js";
import type { PatternEngine } from "../pattern/pattern.js";
import { safePattern } from "../pattern/safe-pattern.js";
import type { SchemaNode } from "../schema-node.js";
import { subschemasOf } from "../subschemas.js";
import type { Validator, Validators } from "../validator.js";
import { formats } from "./formats.js";
import { namesInherited } from "./inherited-names.js";
import { isMultipleOf } from "./is-multiple-of.js";

/** Names of our formats and patterns in precompiled code. */
const engine = Object.assign(((pattern, flags) => safePattern(pattern, flags)) as PatternEngine, {
  code: "patternEngine",
});

/** `multipleOf` in decimal arithmetic. Ajv divides binary fractions, in which 19.99 is no multiple of 0.01. */
const multipleOf: CodeKeywordDefinition = {
  keyword: "multipleOf",
  type: "number",
  schemaType: "number",
  error: { message: ({ schemaCode }) => str`must be multiple of ${schemaCode}` },
  code(context) {
    const { gen, data, schemaCode } = context;
    const test = gen.scopeValue("func", { ref: isMultipleOf, code: _`isMultipleOf` });
    context.fail(_`!${test}(${data}, ${schemaCode})`);
  },
};

/** Lets `enum: []` reject every value, as JSON Schema says. Ajv refuses to compile it. */
function allowEmptyEnum(ajv: Ajv2020): void {
  const { enum: rule } = ajv.RULES.all;
  if (typeof rule !== "object") return;
  const definition = rule.definition as CodeKeywordDefinition;
  const code: CodeKeywordDefinition["code"] = (context) =>
    context.schema.length === 0 ? context.fail(_`true`) : definition.code(context);
  rule.definition = { ...rule.definition, code };
}

interface AjvSettings {
  /** Keeps the source of validators, so that they can be precompiled. @default false */
  readonly source?: boolean;
  /** Schemas that will be compiled; null if they are not known. @default null */
  readonly schemas?: Schemas | null;
}

/** Ajv, configured to skip nothing: all errors, all formats, own properties only. */
export function createAjv({ source = false, schemas = null }: AjvSettings = {}): Ajv2020 {
  const nodes = Object.values(schemas ?? {});
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    ownProperties: schemas === null || nodes.some(namesInherited),
    inlineRefs: true,
    validateSchema: false,
    addUsedSchema: false,
    logger: false,
    // the optimizer takes the square of the number of properties
    code: {
      regExp: engine,
      formats: _`formats`,
      source,
      esm: source,
      optimize: source ? 1 : false,
      process: appendErrors,
    },
  });
  // without these keywords, what a schema has evaluated need not be merged, which is a square of its members
  ajv.opts.unevaluated = nodes.some(usesUnevaluated);
  for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format);
  ajv.removeKeyword("multipleOf");
  ajv.addKeyword(multipleOf);
  allowEmptyEnum(ajv);
  return ajv;
}

function usesUnevaluated(node: SchemaNode): boolean {
  const { unevaluatedProperties, unevaluatedItems } = node;
  if (unevaluatedProperties !== undefined || unevaluatedItems !== undefined) return true;
  return subschemasOf(node).some(usesUnevaluated);
}

/**
 * Lets validators append the errors behind a `$ref` to their own. Ajv copies all earlier errors for each failed
 * reference, which is a square of the number of wrong items.
 */
export function appendErrors(code: string): string {
  return code.replaceAll(
    /vErrors === null \? (\S+?\.errors) : vErrors\.concat\(\1\)/g,
    "vErrors === null ? $1 : $1.reduce((all, error) => (all.push(error), all), vErrors)",
  );
}

/** Validators compiled on first use, by an Ajv that is created then. */
export function lazyValidators(schemas: Readonly<Record<string, SchemaNode>>): Validators {
  const compiled = new Map<string, Validator>();
  const added = new Set<string>();
  let ajv: Ajv2020 | undefined;
  return (key) => {
    const known = compiled.get(key);
    if (known) return known;
    ajv ??= createAjv({ schemas });
    addWithReferences(ajv, schemas, key, added);
    const validate = ajv.getSchema(key);
    if (!validate)
      throw new ContractError("no such schema", { pointer: joinPointer("", key) }, "Report this.");
    compiled.set(key, validate as Validator);
    return validate as Validator;
  };
}

/** Adds a schema, and all that it refers to: most traffic needs few of the schemas of a large document. */
function addWithReferences(
  ajv: Ajv2020,
  schemas: Readonly<Record<string, SchemaNode>>,
  key: string,
  added: Set<string>,
): void {
  const open = [key];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const node = schemas[next];
    if (node === undefined || added.has(next)) continue;
    added.add(next);
    ajv.addSchema(node as AnySchemaObject, next);
    open.push(...referencesIn(node));
  }
}

function referencesIn(node: SchemaNode): string[] {
  const below = subschemasOf(node).flatMap(referencesIn);
  return node.$ref === undefined ? below : [node.$ref, ...below];
}
