import type { AnySchemaObject } from "ajv";
import type { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import type { ContractModel } from "../../document/contract-model.js";
import { isObject } from "../../is-object.js";
import { isCheapPattern } from "../pattern/safe-pattern.js";
import type { SchemaNode } from "../schema-node.js";
import { appendErrors, createAjv } from "./compile.js";

/**
 * Emits the model, without schemas that no check uses, and the source of its validators: an ES module that exports
 * `model`, `validators` and `patternEngine`, and imports the runtime of Ajv and files of this folder.
 *
 * @example
 * ```ts
 * import { createContractModel } from "@ittybit/contract/create";
 * import { standaloneSource } from "@ittybit/contract/standalone";
 *
 * export const emit = (document: object) => standaloneSource(createContractModel(document));
 * ```
 */
export function standaloneSource(model: ContractModel): string {
  const entries = entryKeys(model);
  const schemas = reachable(model.schemas, entries);
  const ajv = createAjv({ source: true, schemas });
  for (const key of Object.keys(schemas)) ajv.addSchema(schemas[key] as AnySchemaObject, key);
  const code = validatorCode(ajv, Object.fromEntries(entries.map((key) => [key, key])));
  return [
    ...runtimeImports(schemas),
    `export const model = ${JSON.stringify({ ...model, schemas })};`,
    shareSchemas(code, schemas),
    "export { patternEngine };",
    `export const validators = { ${entries.join(", ")} };`,
  ].join("\n");
}

/**
 * Emits the meta-schemas of JSON Schema 2020-12 and the source of their validator: an ES module that exports `metaSchemas`, by
 * URI, and `validateSchema`, and imports the runtime of Ajv and files of this folder.
 *
 * @example
 * ```ts
 * import { metaSchemaSource } from "@ittybit/contract/standalone";
 *
 * export const emit = () => metaSchemaSource();
 * ```
 */
export function metaSchemaSource(): string {
  const ajv = createAjv({ source: true });
  const uris = [META_SCHEMA, ...VOCABULARIES.map((name) => META_SCHEMA.replace(/schema$/, `meta/${name}`))];
  const metaSchemas = Object.fromEntries(uris.map((uri) => [uri, ajv.getSchema(uri)?.schema]));
  return [
    ...runtimeImports(metaSchemas),
    `export const metaSchemas = ${JSON.stringify(metaSchemas)};`,
    // exported by Ajv
    validatorCode(ajv, { validateSchema: META_SCHEMA }),
  ].join("\n");
}

const META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

const VOCABULARIES = [
  "core",
  "applicator",
  "unevaluated",
  "validation",
  "meta-data",
  "format-annotation",
  "content",
];

function validatorCode(ajv: Ajv2020, names: Readonly<Record<string, string>>): string {
  const code = (standaloneCode as unknown as Standalone)(ajv, names);
  return appendErrors(code.replaceAll(/^export const /gm, "const "));
}

/** Includes the automaton only when a pattern needs it. */
function runtimeImports(schemas: Readonly<Record<string, unknown>>): string[] {
  return [
    'import { formats } from "./compile/formats.js";',
    'import { isMultipleOf } from "./compile/is-multiple-of.js";',
    patternsIn(schemas).every(isCheapPattern)
      ? 'import { boundedPattern as patternEngine } from "./pattern/pattern.js";'
      : 'import { safePattern as patternEngine } from "./pattern/safe-pattern.js";',
  ];
}

function patternsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(patternsIn);
  if (!isObject(node)) return [];
  const own = typeof node.pattern === "string" ? [node.pattern] : [];
  const names = isObject(node.patternProperties) ? Object.keys(node.patternProperties) : [];
  return [...own, ...names, ...Object.values(node).flatMap(patternsIn)];
}

type Standalone = (ajv: unknown, names: Readonly<Record<string, string>>) => string;

/** Keys that a check may use: those of messages and those of branches. */
function entryKeys({ operations, schemas }: ContractModel): string[] {
  const keys = new Set<string>();
  const visit = (value: unknown, field: string): void => {
    if (field === "schema" && typeof value === "string") keys.add(value);
    if (Array.isArray(value)) for (const item of value) visit(item, "");
    else if (isObject(value)) for (const name of Object.keys(value)) visit(value[name], name);
  };
  visit(operations, "");
  for (const key of Object.keys(reachable(schemas, [...keys]))) {
    for (const branch of branchKeys(schemas[key] as SchemaNode)) keys.add(branch);
  }
  return [...keys].sort();
}

function branchKeys(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(branchKeys);
  if (!isObject(node)) return [];
  const { anyOf = [], oneOf = [], if: question, contains } = node as SchemaNode;
  const own = [...anyOf, ...oneOf, question, contains].flatMap((branch) => branch?.$ref ?? []);
  return [...own, ...Object.values(node).flatMap(branchKeys)];
}

function reachable(schemas: ContractModel["schemas"], start: readonly string[]): Record<string, SchemaNode> {
  const found: Record<string, SchemaNode> = {};
  const open = [...start];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const node = schemas[key];
    if (node === undefined || Object.hasOwn(found, key)) continue;
    found[key] = node;
    open.push(...references(node));
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function references(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(references);
  if (!isObject(node)) return [];
  const own = typeof node.$ref === "string" ? [node.$ref] : [];
  return [...own, ...Object.values(node).flatMap(references)];
}

/** Replaces the constants in which Ajv repeats each schema for its errors: the model has them. */
function shareSchemas(code: string, schemas: Readonly<Record<string, SchemaNode>>): string {
  const keys = new Map(Object.entries(schemas).map(([key, node]) => [JSON.stringify(node), key]));
  return code.replaceAll(
    /const (schema\d+) = (\{.*?\});(?=const |function |\n|$)/g,
    (whole, name: string, json: string) => {
      const key = keys.get(json);
      return key === undefined ? whole : `const ${name} = model.schemas.${key};`;
    },
  );
}
