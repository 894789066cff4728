import { type Document, isObject, isReference, pointer } from "./document/document.js";
import { DocumentError } from "./document/document-error.js";
import { emitYaml } from "./emit-openapi.js";

/**
 * The bundle as OpenAPI 3.0.3, for tools that do not read 3.1. Says the same wherever 3.0 can; what it cannot say is
 * listed in `info.description`.
 *
 * @throws DocumentError for a keyword that has no form in 3.0 and no entry here
 */
export function emitOpenApi30(document: Document): string {
  const losses = new Set<string>();
  const { openapi: _, info, paths, components, ...rest } = document as Document & Record<string, unknown>;
  if ("jsonSchemaDialect" in rest) delete rest.jsonSchemaDialect;
  for (const field of ["webhooks"])
    if (field in rest) throw new DocumentError(`/${field}`, `${field} has no form in OpenAPI 3.0`);
  const convert = (value: unknown, at: string) => convertNode(value, at, losses);
  const converted = {
    paths: convert(paths, "/paths"),
    components: convert(components, "/components"),
  };
  return emitYaml({
    openapi: "3.0.3",
    info: convertInfo(info, losses),
    ...rest,
    ...converted,
  } as unknown as Document);
}

function convertInfo(info: Document["info"] & { license?: object }, losses: ReadonlySet<string>): object {
  const { summary, description = "", license, ...rest } = info;
  const { identifier, ...kept } = (license ?? {}) as { identifier?: string };
  const url = identifier === undefined ? {} : { url: `https://spdx.org/licenses/${identifier}.html` };
  const note = [
    "This is the OpenAPI 3.0.3 form of the document, for tools that do not read 3.1. It cannot say:",
    "",
    ...[...losses].map((loss) => `- ${loss}`),
  ];
  const text = [summary, description.trim(), losses.size > 0 ? note.join("\n") : ""]
    .filter(Boolean)
    .join("\n\n");
  return { ...rest, description: `${text}\n`, ...(license && { license: { ...kept, ...url } }) };
}

/** Fields that hold one schema, and fields that hold schemas by name. Elsewhere a node is plain OpenAPI. */
const SCHEMA_FIELDS = new Set(["schema"]);
/** Fields of values, which are copied as they are. */
const DATA_FIELDS = new Set([
  "example",
  "examples",
  "value",
  "default",
  "enum",
  "x-inferred",
  "x-extensible-enum",
]);

function convertNode(node: unknown, at: string, losses: Set<string>): unknown {
  if (Array.isArray(node)) return node.map((item, index) => convertNode(item, `${at}/${index}`, losses));
  if (!isObject(node)) return node;
  if (isReference(node)) return { $ref: node.$ref };
  const isSchemas = at === "/components/schemas";
  // Validators of 3.0 hold documents against its JSON Schema, which allows no extension in an Encoding Object.
  const isEncoding = at.split("/").at(-2) === "encoding";
  const isDropped = (key: string): boolean => isEncoding && key.startsWith("x-");
  if (Object.keys(node).some(isDropped))
    losses.add("`x-inferred` in `encoding`, which allows no extensions there");
  const kept = Object.entries(node).filter(([key]) => !isDropped(key));
  const entries = kept.map(([key, value]) => {
    const inside = at + pointer(key);
    if (isSchemas || SCHEMA_FIELDS.has(key)) return [key, convertSchema(value, inside, losses)];
    if (key === "examples" && !at.startsWith("/components/examples"))
      return [key, convertNode(value, inside, losses)];
    return [key, DATA_FIELDS.has(key) ? value : convertNode(value, inside, losses)];
  });
  return Object.fromEntries(entries);
}

type Json = Record<string, unknown>;

function convertSchema(schema: unknown, at: string, losses: Set<string>): unknown {
  if (schema === true || schema === false) return schema ? {} : { not: {} };
  if (!isObject(schema)) throw new DocumentError(at, "This is not a schema");
  if (isReference(schema)) {
    const { $ref, ...beside } = schema as Json & { $ref: string };
    return Object.keys(beside).length === 0 ? { $ref } : { ...beside, allOf: [{ $ref }] };
  }
  const converted: Json = {};
  for (const [keyword, value] of Object.entries(schema)) {
    const convert = KEYWORDS[keyword] ?? (keyword.startsWith("x-") ? keep : undefined);
    if (!convert) throw new DocumentError(at + pointer(keyword), `${keyword} has no form in OpenAPI 3.0`);
    Object.assign(converted, convert(value, { keyword, schema, at: at + pointer(keyword), losses }));
  }
  return converted;
}

interface Context {
  readonly keyword: string;
  readonly schema: Json;
  readonly at: string;
  readonly losses: Set<string>;
}

type Convert = (value: unknown, context: Context) => Json;

const keep: Convert = (value, { keyword }) => ({ [keyword]: value });

const single: Convert = (value, { keyword, at, losses }) => ({ [keyword]: convertSchema(value, at, losses) });

const list: Convert = (value, { keyword, at, losses }) => ({
  [keyword]: (value as unknown[]).map((item, index) => convertSchema(item, `${at}/${index}`, losses)),
});

const map: Convert = (value, { keyword, at, losses }) => ({
  [keyword]: Object.fromEntries(
    Object.entries(value as Json).map(([name, item]) => [
      name,
      convertSchema(item, at + pointer(name), losses),
    ]),
  ),
});

/** `type: [string, "null"]` is `type: string, nullable: true` (OpenAPI 3.0.3, Fixed Fields of the Schema Object). */
const type: Convert = (value, { at }) => {
  if (!Array.isArray(value)) return { type: value };
  const others = value.filter((name) => name !== "null");
  if (others.length !== 1) throw new DocumentError(at, "OpenAPI 3.0 takes one type, and null beside it");
  return { type: others[0], ...(others.length < value.length && { nullable: true }) };
};

/** `if/then` has no form. With `not` it says "exactly one of"; `not` alone still refuses both. */
const conditional: Convert = (_value, { schema, at, losses }) => {
  const { required = [] } = (schema.then ?? {}) as { required?: string[] };
  const { not } = (schema.if ?? {}) as { not?: { required?: string[] } };
  const names = [...(not?.required ?? []), ...required].map((name) => `\`${name}\``);
  const place = at.split("/").at(-2);
  if (names.length < 2) throw new DocumentError(at, "if/then has no form in OpenAPI 3.0");
  losses.add(`that a \`${place}\` with neither ${names.join(" nor ")} is refused`);
  return {};
};

const KEYWORDS: Readonly<Record<string, Convert>> = {
  ...Object.fromEntries(
    [
      ...[
        "title",
        "description",
        "default",
        "example",
        "deprecated",
        "readOnly",
        "writeOnly",
        "externalDocs",
      ],
      ...[
        "format",
        "enum",
        "required",
        "pattern",
        "minLength",
        "maxLength",
        "minimum",
        "maximum",
        "multipleOf",
      ],
      ...["minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"],
    ].map((keyword) => [keyword, keep]),
  ),
  type,
  const: (value) => ({ enum: [value] }),
  examples: (value) => ({ example: (value as unknown[])[0] }),
  items: single,
  not: single,
  allOf: list,
  anyOf: list,
  oneOf: list,
  properties: map,
  additionalProperties: (value, context) =>
    typeof value === "boolean" ? { additionalProperties: value } : single(value, context),
  if: conditional,
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: () => ({}),
};
