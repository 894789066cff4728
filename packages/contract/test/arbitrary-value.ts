import fc from "fast-check";

// biome-ignore lint/suspicious/noExplicitAny: any schema
type Schema = any;

const SURROGATES = { first: 0xd800, count: 0x800 } as const;

/** Any character. The unit `binary` of fast-check makes the same from a map of all 1.1 million, which takes a second. */
const character = fc.integer({ min: 0, max: 0x10ffff - SURROGATES.count }).map(
  (index) => String.fromCodePoint(index < SURROGATES.first ? index : index + SURROGATES.count),
  (value) => {
    const point = typeof value === "string" ? (value.codePointAt(0) ?? -1) : -1;
    if (point < 0 || value !== String.fromCodePoint(point)) throw new Error("not one character");
    return point < SURROGATES.first ? point : point - SURROGATES.count;
  },
);

/** Text of any characters, and now and then a name that is special in JavaScript. */
export const anyText = (minLength = 0): fc.Arbitrary<string> => fc.string({ minLength, unit: character });

const segment = fc.oneof(
  fc.stringMatching(/^[a-z0-9._~!$&'()*+,;=:@-]*$/),
  anyText().map(encodeURIComponent),
);

/** Path of a URL; empty, or segments that start with a slash each. */
export const anyPath = fc
  .array(segment, { maxLength: 5 })
  .map((segments) => segments.map((text) => `/${text}`).join(""));

/** URL with or without a query. */
export const anyUrl = fc
  .tuple(fc.constantFrom("http", "https"), fc.domain(), anyPath, fc.option(segment))
  .map(([scheme, host, path, query]) => `${scheme}://${host}${path}${query === null ? "" : `?${query}`}`);

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

function text({ format, pattern, minLength }: Schema): fc.Arbitrary<string> {
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
      return anyUrl;
    default:
      return pattern ? fc.stringMatching(new RegExp(pattern, "u")) : anyText(minLength);
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
