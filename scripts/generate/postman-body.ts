import type { Document, Encoding, MediaType, RequestBody, Schema } from "./document.js";
import { examplesOf } from "./example.js";
import { alternatives, flatten, property } from "./schema-shape.js";

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
 * One entry for each field. Those that the first example fills are switched on, the others off; where a body can
 * be filled in several ways, that keeps the ways apart.
 */
function fields(document: Document, media: MediaType): object[] {
  const whole = flatten(document, media.schema);
  const branches = alternatives(document, whole).map((branch) => ({
    ...branch,
    properties: { ...whole.properties, ...branch.properties },
  }));
  const names = new Set(branches.flatMap(({ properties }) => Object.keys(properties)));
  const required = new Set([...(whole.required ?? []), ...(branches[0]?.required ?? [])]);
  const values = firstObject(examplesOf(document, media).map(({ value }) => value));
  return [...names].flatMap((name) => {
    const schema = branches.map((branch) => property(document, branch, name)).find((found) => found) ?? {};
    const on = required.has(name) || (Object.hasOwn(values, name) && branchHas(branches[0], name));
    return field(name, schema, values[name], media.encoding?.[name]).map((entry) => ({
      ...entry,
      description: schema.description,
      ...(on ? {} : { disabled: true }),
    }));
  });
}

const branchHas = (branch: Schema | undefined, name: string): boolean =>
  Object.hasOwn(branch?.properties ?? {}, name);

const firstObject = (values: unknown[]): Record<string, unknown> =>
  (values.find((value) => typeof value === "object" && value !== null) ?? {}) as Record<string, unknown>;

function field(name: string, schema: Schema, value: unknown, encoding: Encoding = {}): object[] {
  if (isFile(schema)) return [{ key: name, type: "file", src: [] }];
  if (encoding.style === "deepObject") {
    const members = Object.entries((value ?? { key: "value" }) as Record<string, unknown>);
    return members.map(([key, member]) => ({ key: `${name}[${key}]`, value: String(member), type: "text" }));
  }
  const sample = value ?? schema.example ?? schema.examples?.[0] ?? schema.default ?? "";
  const contentType = encoding.contentType === undefined ? {} : { contentType: encoding.contentType };
  const text = typeof sample === "string" ? sample : JSON.stringify(sample);
  return [{ key: name, value: text, type: "text", ...contentType }];
}

const isFile = ({ format, contentMediaType, type }: Schema): boolean =>
  format === "binary" || contentMediaType === "application/octet-stream" || type === undefined;
