import {
  type Document,
  type Encoding,
  isObject,
  type MediaType,
  type RequestBody,
  type Schema,
} from "../document/document.js";
import { examplesOf } from "../document/example.js";
import { bodySchemas, flatten, isBinary, property, propertyNames } from "../document/schema-shape.js";

/** The body of a request: its first media type, filled with its first example. */
export function postmanBody(document: Document, body: RequestBody): object | undefined {
  const [first] = Object.entries(body.content);
  if (!first) return undefined;
  const [mediaType, media] = first;
  switch (mediaType) {
    case "multipart/form-data":
      return { mode: "formdata", formdata: fields(document, media) };
    case "application/x-www-form-urlencoded":
      return { mode: "urlencoded", urlencoded: fields(document, media) };
    default:
      return { mode: "raw", raw: rawExample(document, media), options: { raw: { language: "json" } } };
  }
}

function rawExample(document: Document, media: MediaType): string {
  const value = examplesOf(document, media)[0]?.value;
  return typeof value === "string" ? value : JSON.stringify(value ?? {}, null, 2);
}

/**
 * One entry for each field. The first way to fill the body is switched on, as far as it is required or the first
 * example fills it; the rest is off.
 */
function fields(document: Document, media: MediaType): object[] {
  const bodies = bodySchemas(document, media.schema);
  const examples = examplesOf(document, media)
    .map(({ value }) => value)
    .filter(isObject);
  return propertyNames([flatten(document, media.schema), ...bodies]).flatMap((name) => {
    const [schema = {}] = bodies.flatMap((body) => property(document, body, name) ?? []);
    const value = examples.find((example) => Object.hasOwn(example, name))?.[name];
    const on = isOn(name, bodies[0] ?? {}, examples[0] ?? {}) ? {} : { disabled: true };
    return field(name, schema, value, media.encoding?.[name]).map((entry) => ({
      ...entry,
      description: schema.description,
      ...on,
    }));
  });
}

const isOn = (name: string, { required = [], properties = {} }: Schema, example: object): boolean =>
  required.includes(name) || (Object.hasOwn(properties, name) && Object.hasOwn(example, name));

function field(name: string, schema: Schema, value: unknown, encoding: Encoding = {}): object[] {
  if (isBinary(schema)) return [{ key: name, type: "file", src: [] }];
  if (encoding.style === "deepObject") {
    const members = Object.entries((value ?? { key: "value" }) as Record<string, unknown>);
    return members.map(([key, member]) => ({ key: `${name}[${key}]`, value: String(member), type: "text" }));
  }
  const sample = value ?? schema.example ?? schema.examples?.[0] ?? schema.default ?? "";
  const contentType = encoding.contentType === undefined ? {} : { contentType: encoding.contentType };
  const text = typeof sample === "string" ? sample : JSON.stringify(sample);
  return [{ key: name, value: text, type: "text", ...contentType }];
}
