import {
  type Document,
  type Encoding,
  type MediaType,
  type RequestBody,
  resolve,
} from "../../generate/document/document.js";
import { markOf } from "../../generate/document/inferred-mark.js";
import type { ListedOperation } from "../../generate/document/operation-list.js";
import { bodySchemas, flatten, propertyNames } from "../../generate/document/schema-shape.js";
import { type Field, fieldsOf } from "./field.js";

/** The fields of a request body, each once, and the names of those that exclude each other. */
export interface MediaFields {
  readonly fields: readonly Field[];
  readonly oneOf: readonly string[];
}

/** The fields of all alternatives of a body. A field is required if every alternative requires it, and neither required
 * nor optional if only some do. */
export function mediaFields(document: Document, media: MediaType): MediaFields {
  const ways = bodySchemas(document, media.schema).map((way) => fieldsOf(document, way));
  const order = propertyNames([flatten(document, media.schema)]);
  const position = ({ name }: Field) => (order.includes(name) ? order.indexOf(name) : order.length);
  const all = ways.flat().sort((a, b) => position(a) - position(b));
  const byName = new Map(all.map((field) => [field.name, field]));
  const everywhere = (name: string) => ways.every((way) => way.some((f) => f.name === name && f.required));
  const oneOf = [...byName.values()].flatMap(({ name, required }) =>
    required && !everywhere(name) ? name : [],
  );
  const fields = [...byName.values()].map((field) => {
    const required = oneOf.includes(field.name) ? undefined : everywhere(field.name);
    return withEncoding({ ...field, required }, media.encoding?.[field.name]);
  });
  return { fields, oneOf };
}

/** The body fields of an operation; none for one without a body. */
export function requestFields(document: Document, { operation }: ListedOperation): MediaFields {
  if (operation.requestBody === undefined) return { fields: [], oneOf: [] };
  const [media = {}] = Object.values(resolve<RequestBody>(document, operation.requestBody).content);
  return mediaFields(document, media);
}

function withEncoding(field: Field, encoding: (Encoding & { "x-inferred"?: unknown }) | undefined): Field {
  if (encoding === undefined) return field;
  const types = encoding.contentType?.split(/,\s*/).map((type) => `\`${type}\``) ?? [];
  return {
    ...field,
    constraints: [
      ...field.constraints,
      ...(types.length > 0 ? [`accepts ${types.join(", ")}`] : []),
      ...(encoding.style === "deepObject" ? [`written \`${field.name}[key]\``] : []),
    ],
    marks: [...field.marks, ...[markOf(encoding["x-inferred"]) ?? []].flat()],
  };
}
