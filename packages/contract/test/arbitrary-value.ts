import fc from "fast-check";

// biome-ignore lint/suspicious/noExplicitAny: any schema
type Schema = any;

/** Values that a schema of the Ittybit bundle allows, as a generator of its own would make them. */
export function arbitraryValue(document: Schema, schema: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref) return arbitraryValue(document, document.components.schemas[schema.$ref.split("/").pop()]);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const known = schema.enum ?? schema["x-extensible-enum"];
  if (known) return fc.constantFrom(...known);
  const types: string[] = [schema.type].flat();
  return fc.oneof(...types.map((type) => ofType(document, schema, type)));
}

function ofType(document: Schema, schema: Schema, type: string): fc.Arbitrary<unknown> {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 2 ** 31 - 1 });
    case "number":
      return fc.double({ min: schema.minimum ?? 0, max: 1e9, noNaN: true });
    case "string":
      return text(schema);
    case "array":
      return fc.array(arbitraryValue(document, schema.items), { maxLength: 3 });
    case "object":
      return object(document, schema);
    default:
      throw new Error(`no generator for ${type}`);
  }
}

function text({ format, pattern, minLength = 0 }: Schema): fc.Arbitrary<string> {
  switch (format) {
    case "date-time":
      return fc
        .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
        .map((date) => date.toISOString());
    case "date":
      return fc
        .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10));
    case "uri":
      return fc.webUrl({ withQueryParameters: true });
    default:
      return pattern ? fc.stringMatching(new RegExp(pattern, "u")) : fc.string({ minLength, unit: "binary" });
  }
}

function object(document: Schema, schema: Schema): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  if (Object.keys(properties).length === 0 && additionalProperties) {
    return fc.dictionary(fc.string(), arbitraryValue(document, additionalProperties), { maxKeys: 4 });
  }
  const members = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, arbitraryValue(document, property)]),
  );
  return fc.record(members, { requiredKeys: required });
}
