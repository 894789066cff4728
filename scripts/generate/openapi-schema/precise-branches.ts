/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * Rewrites the JSON Schema of OpenAPI 3.0, which is of draft 4, for the 2020-12 dialect, and so that its errors say which
 * part is at fault: `oneOf` a Reference and an object becomes `if` there is a `$ref`; `oneOf` objects that a field tells
 * apart becomes `if` that field has the value.
 */
export function withPreciseBranches(schema: JsonSchema): JsonSchema {
  const { id, $schema: _, ...rest } = schema;
  return { $id: id, ...(rewritten(rest, schema) as JsonSchema) };
}

function rewritten(node: unknown, root: JsonSchema): unknown {
  if (Array.isArray(node)) return node.map((item) => rewritten(item, root));
  if (!isSchema(node)) return node;
  const members = Object.entries(node).map(([key, value]) => [key, rewritten(value, root)]);
  const { oneOf, ...rest } = Object.fromEntries(members) as JsonSchema;
  const inner = withNumericLimit(rest);
  // a property may be called so too
  if (!Array.isArray(oneOf)) return oneOf === undefined ? inner : { ...inner, oneOf };
  const branches = oneOf as JsonSchema[];
  return { ...inner, ...(byReference(branches) ?? byField(branches, root) ?? { oneOf: branches }) };
}

const REFERENCE = "#/definitions/Reference";

function byReference(branches: readonly JsonSchema[]): JsonSchema | null {
  const isReference = ({ $ref }: JsonSchema) => $ref === REFERENCE;
  if (!branches.some(isReference)) return null;
  const [object, boolean] = branches.filter((branch) => !isReference(branch));
  // biome-ignore lint/suspicious/noThenProperty: the keyword is called so
  const choice = { if: { type: "object", required: ["$ref"] }, then: { $ref: REFERENCE }, else: object };
  // biome-ignore lint/suspicious/noThenProperty: the keyword is called so
  return boolean === undefined ? choice : { if: boolean, then: true, else: choice };
}

/** Fields that tell the objects of a `oneOf` apart: of parameters and of security schemes. */
const FIELDS = ["in", "type"] as const;

function byField(branches: readonly JsonSchema[], root: JsonSchema): JsonSchema | null {
  for (const field of FIELDS) {
    const values = branches.map((branch) => onlyValue(followed(branch, root), field));
    if (new Set(values).size < branches.length || values.includes(undefined)) continue;
    return {
      properties: { [field]: { enum: values } },
      allOf: branches.map((branch, index) => {
        const condition = { required: [field], properties: { [field]: { enum: [values[index]] } } };
        // biome-ignore lint/suspicious/noThenProperty: the keyword is called so
        return { if: condition, then: branch };
      }),
    };
  }
  return null;
}

function followed(branch: JsonSchema, root: JsonSchema): JsonSchema {
  const name = String(branch.$ref ?? "").replace("#/definitions/", "");
  return (root.definitions as Record<string, JsonSchema>)[name] ?? branch;
}

function onlyValue({ properties }: JsonSchema, field: string): unknown {
  const { enum: values } = ((properties ?? {}) as Record<string, JsonSchema>)[field] ?? {};
  return Array.isArray(values) && values.length === 1 ? values[0] : undefined;
}

/** Draft 4 has `exclusiveMinimum: true` beside `minimum`. */
function withNumericLimit(schema: JsonSchema): JsonSchema {
  const { minimum, exclusiveMinimum, ...rest } = schema;
  return exclusiveMinimum === true ? { ...rest, exclusiveMinimum: minimum } : schema;
}

function isSchema(node: unknown): node is JsonSchema {
  return typeof node === "object" && node !== null;
}
