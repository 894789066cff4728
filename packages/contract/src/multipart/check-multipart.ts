import type { CheckContext } from "../check/check-context.js";
import { checkValue } from "../check/check-value.js";
import type { MediaTypeObject } from "../document/contract-model.js";
import { type Body, headerValues } from "../exchange.js";
import type { FindingCollector } from "../findings/finding-collector.js";
import { joinPointer } from "../json-pointer.js";
import { andThen, type MaybePromise } from "../maybe-promise.js";
import { bodyFormat, documentedRange, type MediaType, matchesRange, parseMediaType } from "../media-type.js";
import { checkHeader } from "../parameters/check-header.js";
import { coerceParts, coerceText } from "../parameters/coerce.js";
import { readPairs } from "../parameters/style.js";
import { itemOutline, type Outline, outlineOf, propertyNodes, propertyOutline } from "../schema/outline.js";
import type { SchemaNode } from "../schema/schema-node.js";
import type { SchemaViolation } from "../schema/validator.js";
import { formFields, isBinary } from "./declared-fields.js";
import { readText } from "./field-text.js";
import {
  type MultipartOptions,
  type MultipartReading,
  type OnPartData,
  type Part,
  readMultipart,
} from "./read-multipart.js";

interface MultipartSubject {
  readonly body: Exclude<Body, null | undefined>;
  readonly mediaType: MediaType;
  readonly media: MediaTypeObject;
  readonly onPartData?: OnPartData;
}

interface MultipartValue {
  readonly value: unknown;
  readonly parts: readonly Part[];
  readonly size: number;
}

/** Replaces the content of a file in the value that is validated. */
const FILE_VALUE = "";

/** Counts the bytes of a body and keeps none. */
const NOTHING: MultipartOptions = { maxParts: 0, maxFieldBytes: 0, isField: () => false };

/** Checks the structure, parts and fields of a multipart body. */
export function checkMultipart(
  context: CheckContext,
  collector: FindingCollector,
  { body, mediaType, media, onPartData }: MultipartSubject,
): MaybePromise<MultipartValue> {
  const where = { in: "body", contract: media.pointer, inferred: media.inferred } as const;
  const boundary = mediaType.parameters.get("boundary") ?? "";
  if (!/^[ -~]{1,200}$/.test(boundary)) {
    collector.add({ code: "multipart-malformed", problem: "no-boundary", part: null }, where);
    return andThen(readMultipart(body, "-", NOTHING), ({ size }) => ({ value: undefined, parts: [], size }));
  }
  const { maxParts, maxBodyBytes: maxFieldBytes } = context.options;
  const { isDeclared: isField } = formFields(context.model.schemas, media);
  const options = { maxParts, maxFieldBytes, isField, ...(onPartData && { onPartData }) };
  return andThen(readMultipart(body, boundary, options), (reading) => {
    reportProblems(collector, where, reading);
    const value = reading.isAborted ? undefined : checkFields(context, collector, media, reading);
    return { value, parts: reading.parts, size: reading.size };
  });
}

function reportProblems(
  collector: FindingCollector,
  where: { in: "body"; contract: string; inferred: string | null },
  { problems, isAborted, size }: MultipartReading,
): void {
  if (isAborted) collector.add({ code: "unchecked", reason: "body-aborted", detail: `${size} bytes` }, where);
  // report each kind of problem once, for its first part: ten thousand bad parts are one finding
  const seen = new Set<string>();
  for (const { problem, part } of problems) {
    if (isAborted && (problem === "no-end" || problem === "not-multipart")) continue;
    if (seen.has(problem)) continue;
    seen.add(problem);
    collector.add({ code: "multipart-malformed", problem, part }, where);
  }
}

/** Combines the parts into one object, checks each field, and validates the object. */
function checkFields(
  context: CheckContext,
  collector: FindingCollector,
  media: MediaTypeObject,
  reading: MultipartReading,
): unknown {
  const { schemas } = context.model;
  if (media.schema === null) {
    const where = { in: "body", contract: media.pointer, inferred: media.inferred } as const;
    collector.add({ code: "unchecked", reason: "no-schema", detail: media.type }, where);
    return undefined;
  }
  const outline = outlineOf(schemas, media.schema);
  const { nodes } = outline;
  const object: Record<string, unknown> = Object.create(null);
  const contents = new Map<string, FieldContent>();
  const { deep, isDeep } = formFields(schemas, media);
  for (const [name, parts] of groupByName(reading.parts)) {
    if (isDeep(name)) continue;
    const property = propertyOutline(schemas, outline, name);
    const isList = property.types.has("array");
    const content = isList ? itemOutline(schemas, property) : property;
    const values = parts.map((part, index) => {
      const read = readField(context, collector, { media, part, name, content });
      contents.set(isList ? joinPointer("", name, index) : joinPointer("", name), read.content);
      return read.value;
    });
    if (parts.length > 1 && !isList && property.nodes.length > 0) {
      const contract = property.nodes[0]?.["x-at"] ?? media.pointer;
      collector.add(
        { code: "value-repeated", times: parts.length },
        { in: "body", name, contract, inferred: media.inferred },
      );
    }
    object[name] = isList ? values : values[0];
  }
  for (const field of deep)
    readDeepField(context, collector, { media, field, nodes, parts: reading.parts, object });
  checkValue(context, collector, {
    value: object,
    schema: media.schema,
    in: "body",
    name: null,
    contract: joinPointer(media.pointer, "schema"),
    carried: null,
    ignore: (fault) => isMoot(fault, contents.get(fault.instancePath)),
  });
  return object;
}

interface DeepField {
  readonly media: MediaTypeObject;
  readonly field: string;
  readonly nodes: readonly SchemaNode[];
  readonly parts: readonly Part[];
  readonly object: Record<string, unknown>;
}

function readDeepField(
  context: CheckContext,
  collector: FindingCollector,
  { media, field, nodes, parts, object }: DeepField,
): void {
  const { pointer: contract, inferred } = media.encoding[field] ?? media;
  const where = { in: "body", name: field, contract, inferred } as const;
  const pairs = parts.flatMap((part) => {
    if (!part.name?.startsWith(`${field}[`)) return [];
    const text = readText(collector, part, undefined, where);
    return text === null ? [] : [{ name: part.name, raw: encodeURIComponent(text) }];
  });
  const { read } = readPairs(pairs, { name: field, style: "deepObject", explode: true }, "object", []);
  if (read === null) return;
  if (read.outcome === "malformed") {
    collector.add({ code: "value-malformed", style: "deepObject", problem: read.problem }, where);
    return;
  }
  const { schemas } = context.model;
  object[field] = coerceParts(read.parts, schemas, propertyNodes(schemas, nodes, field));
}

function groupByName(parts: readonly Part[]): Map<string, Part[]> {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    if (part.name === null) continue;
    const group = groups.get(part.name);
    if (group) group.push(part);
    else groups.set(part.name, [part]);
  }
  return groups;
}

/**
 * What is known of a field: its text; that it is a file, whose content is not in memory; or nothing, because it is too large
 * or not text, which is reported.
 */
type FieldContent = "text" | "file" | "unknown";

/** Keywords about text do not apply to a file, and none applies to a field that was not read. */
function isMoot({ keyword }: SchemaViolation, content: FieldContent | undefined): boolean {
  if (content === "unknown") return true;
  const isAboutText = ["minLength", "maxLength", "pattern", "format", "enum", "const"].includes(keyword);
  return content === "file" && isAboutText;
}

interface FieldSubject {
  readonly media: MediaTypeObject;
  readonly part: Part;
  readonly name: string;
  /** Of the field, or of an item of it. */
  readonly content: Outline;
}

function readField(
  context: CheckContext,
  collector: FindingCollector,
  field: FieldSubject,
): { value: unknown; content: FieldContent } {
  const { media, part, name, content } = field;
  const encoding = media.encoding[name];
  const type = part.contentType === null ? null : parseMediaType(part.contentType);
  const where = {
    in: "body",
    name,
    contract: encoding?.pointer ?? media.pointer,
    inferred: media.inferred,
  } as const;
  if (part.contentType !== null && type === null) {
    collector.add({ code: "media-type-malformed", value: part.contentType.slice(0, 80) }, where);
  }
  if (encoding) checkPartType(collector, field, type);
  for (const header of encoding?.headers ?? []) {
    checkHeader(context, collector, header, headerValues(part.headers, header.name));
  }
  if (isBinary(content.nodes) || (part.content === null && !part.isDeclared))
    return { value: FILE_VALUE, content: "file" };
  const text = readText(collector, part, type?.parameters.get("charset"), where);
  if (text === null) return { value: FILE_VALUE, content: "unknown" };
  return { value: fieldValue(collector, field, type, text), content: "text" };
}

/** Checks the media type of a part against those that its encoding accepts. A missing one means text/plain (RFC 7578, 4.4). */
function checkPartType(
  collector: FindingCollector,
  { media, part, name }: FieldSubject,
  type: MediaType | null,
): void {
  const encoding = media.encoding[name];
  const accepted = encoding?.contentTypes ?? null;
  if (encoding === undefined || accepted === null) return;
  const actual = type ?? (parseMediaType("text/plain") as MediaType);
  if (accepted.some((range) => matchesRange(actual, documentedRange(range)))) return;
  if (part.contentType === null && part.filename === null && accepted.some((range) => range.includes("json")))
    return;
  collector.add(
    { code: "part-media-type", mediaType: `${actual.type}/${actual.subtype}`, accepted },
    {
      in: "body",
      name,
      contract: joinPointer(encoding.pointer, "contentType"),
      inferred: encoding.inferred,
      value: part.contentType ?? undefined,
    },
  );
}

function fieldValue(
  collector: FindingCollector,
  { media, name, content: { types } }: FieldSubject,
  type: MediaType | null,
  text: string,
): unknown {
  const isSpread = media.encoding[name]?.style === "deepObject";
  const isJson = type ? bodyFormat(type) === "json" : types.has("object") && !isSpread;
  if (!isJson) return coerceText(text, types);
  try {
    return JSON.parse(text);
  } catch {
    collector.add(
      { code: "body-unreadable", format: "JSON", problem: "the field is not JSON" },
      {
        in: "body",
        name,
        contract: media.encoding[name]?.pointer ?? media.pointer,
        inferred: media.inferred,
      },
    );
    return text;
  }
}
