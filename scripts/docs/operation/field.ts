import {
  type Document,
  type Header,
  isReference,
  type Parameter,
  type Reference,
  type Response,
  resolve,
  type Schema,
} from "../../generate/document/document.js";
import { type InferredMark, isWhole, markOf } from "../../generate/document/inferred-mark.js";
import { constraints } from "./constraint.js";
import { typeOf } from "./type-name.js";

/** A parameter, a header or a property. */
export interface Field {
  readonly name: string;
  /** In Markdown: `array of [Source](../schemas/Source.md)`. */
  readonly type: string;
  /** Whether it is always present; undefined where that does not apply. */
  readonly required: boolean | undefined;
  /** Constraints, in Markdown: `1 to 250`, `default 10`. */
  readonly constraints: readonly string[];
  readonly description: string;
  /** Whether the whole field, or what it stands in, is inferred. */
  readonly inferred: boolean;
  /** What of the field is inferred, and why; what stands in an inferred field has no mark for the same reason. */
  readonly marks: readonly InferredMark[];
  readonly children: readonly Field[];
}

type SchemaNode = (Schema & { items?: Schema | Reference }) | Reference;

/** The schemas above a field, which ends recursion, and whether any of them is inferred. */
interface Above {
  readonly schemas: readonly object[];
  readonly inferred: boolean;
}

/** The fields of an object schema, or of the items of an array, each with those inside it. */
export function fieldsOf(
  document: Document,
  node: SchemaNode | undefined,
  above: Above = { schemas: [], inferred: false },
): Field[] {
  if (node === undefined) return [];
  const schema = resolve<Schema & { items?: SchemaNode }>(document, node as Schema);
  if (above.schemas.includes(schema)) return [];
  if (schema.items !== undefined) return fieldsOf(document, schema.items, above);
  const inside = { ...above, schemas: [...above.schemas, schema] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) =>
    propertyField(document, name, property, schema.required?.includes(name) ?? false, inside),
  );
}

function propertyField(
  document: Document,
  name: string,
  node: SchemaNode,
  required: boolean,
  above: Above,
): Field {
  const schema = resolve<Schema & { items?: SchemaNode }>(document, node as Schema);
  const own: Partial<Schema> = isReference(node) ? (node as Partial<Schema>) : schema;
  const items = schema.items && resolve<Schema>(document, schema.items as Schema);
  const marks = marksOf(own["x-inferred"], schema["x-inferred"], items?.["x-inferred"]);
  const inferred = above.inferred || marks.some(isWhole);
  return {
    name,
    type: typeOf(document, node),
    required,
    constraints: constraints(schema),
    description: (own.description ?? schema.description ?? "").trim(),
    inferred,
    marks: above.inferred ? [] : marks,
    children: fieldsOf(document, node, { ...above, inferred }),
  };
}

/** A parameter of an operation. */
export const parameterField = (document: Document, parameter: Parameter): Field =>
  headerField(document, parameter.name, parameter);

/** A response header. */
function headerField(document: Document, name: string, header: Header): Field {
  const schema = resolve<Schema>(document, (header.schema ?? {}) as Schema);
  const marks = marksOf(header["x-inferred"], schema["x-inferred"]);
  return {
    name,
    type: typeOf(document, header.schema ?? {}),
    required: header.required ?? false,
    constraints: constraints(schema),
    description: (header.description ?? "").trim(),
    inferred: marks.some(isWhole),
    marks,
    children: [],
  };
}

/** The headers of a response. */
export const responseHeaders = (document: Document, { headers = {} }: Response): Field[] =>
  Object.entries(headers).map(([name, node]) => headerField(document, name, resolve<Header>(document, node)));

/** The marks of the nodes that describe a field, the nearest first; nothing after one that covers the whole. */
function marksOf(...values: readonly unknown[]): InferredMark[] {
  const marks = [...new Set(values)].flatMap((value) => markOf(value) ?? []);
  const whole = marks.findIndex(isWhole);
  return whole < 0 ? marks : marks.slice(whole, whole + 1);
}
