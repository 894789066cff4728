import { decodeText } from "../body/text.js";
import { checkValue } from "../check-value.js";
import type { Engine } from "../engine.js";
import { headerValues } from "../exchange.js";
import { bodyFormat, documentedRange, type MediaType, matchesRange, parseMediaType } from "../media-type.js";
import { checkParameter } from "../parameter/check-parameter.js";
import { readHeader } from "../parameter/check-request-parameters.js";
import { coerceParts, coerceText } from "../parameter/coerce.js";
import { readPairs } from "../parameter/style.js";
import type { PlanMedia } from "../plan.js";
import { pointerTo } from "../pointer.js";
import type { Recorder } from "../report/recorder.js";
import type { SchemaFault } from "../schema/judge.js";
import type { SchemaNode } from "../schema/node.js";
import { itemNodes, outlineOf, propertyNodes, typesOf } from "../schema/shape.js";
import { after, type Soon } from "../soon.js";
import { type MultipartReading, type Part, readMultipart } from "./read-multipart.js";

interface MultipartSubject {
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
  readonly mediaType: MediaType;
  readonly media: PlanMedia;
}

interface MultipartValue {
  readonly value: unknown;
  readonly parts: readonly Part[];
  readonly size: number;
}

/** What stands for the content of a file in the value that the schema sees. */
const fileValue = "";

/** Reads a multipart body part by part and checks structure, parts and fields. */
export function checkMultipart(
  engine: Engine,
  recorder: Recorder,
  { body, mediaType, media }: MultipartSubject,
): Soon<MultipartValue> {
  const told = { in: "body", contract: media.pointer, inferred: media.inferred } as const;
  const boundary = mediaType.parameters.get("boundary") ?? "";
  if (!/^[ -~]{1,200}$/.test(boundary)) {
    recorder.tell({ code: "multipart-malformed", problem: "no-boundary", part: null }, told);
    return after(readMultipart(body, "-", 0), ({ size }) => ({ value: undefined, parts: [], size }));
  }
  return after(readMultipart(body, boundary, engine.options.maxParts), (reading) => {
    tellProblems(recorder, told, reading);
    const value = reading.isAborted ? undefined : checkFields(engine, recorder, media, reading);
    return { value, parts: reading.parts, size: reading.size };
  });
}

function tellProblems(
  recorder: Recorder,
  told: { in: "body"; contract: string; inferred: string | null },
  { problems, isAborted, size }: MultipartReading,
): void {
  if (isAborted) recorder.tell({ code: "unchecked", why: "body-aborted", detail: `${size} bytes` }, told);
  // each kind of problem once, at its first part: ten thousand bad parts are one finding
  const seen = new Set<string>();
  for (const { problem, part } of problems) {
    if (isAborted && (problem === "no-end" || problem === "not-multipart")) continue;
    if (seen.has(problem)) continue;
    seen.add(problem);
    recorder.tell({ code: "multipart-malformed", problem, part }, told);
  }
}

/** The parts as one object, each field checked on the way, then held against the schema. */
function checkFields(
  engine: Engine,
  recorder: Recorder,
  media: PlanMedia,
  reading: MultipartReading,
): unknown {
  const { schemas } = engine.plan;
  if (media.schema === null) {
    const told = { in: "body", contract: media.pointer, inferred: media.inferred } as const;
    recorder.tell({ code: "unchecked", why: "no-schema", detail: media.type }, told);
    return undefined;
  }
  const nodes = outlineOf(schemas, media.schema).nodes;
  const object: Record<string, unknown> = Object.create(null);
  const files = new Set<string>();
  const deep = deepFields(media);
  for (const [name, parts] of groupByName(reading.parts)) {
    const [field = ""] = name.split("[");
    if (deep.has(field) && name !== field) continue;
    const property = propertyNodes(schemas, nodes, name);
    const isList = typesOf(property).has("array");
    const content = isList ? itemNodes(schemas, property, 0) : property;
    const values = parts.map((part, index) => {
      const read = readField(engine, recorder, { media, part, name, nodes: content });
      if (read.isFile) files.add(isList ? pointerTo("", name, index) : pointerTo("", name));
      return read.value;
    });
    if (parts.length > 1 && !isList && property.length > 0) {
      const contract = property[0]?.["x-at"] ?? media.pointer;
      recorder.tell(
        { code: "value-repeated", times: parts.length },
        { in: "body", name, contract, inferred: media.inferred },
      );
    }
    object[name] = isList ? values : values[0];
  }
  for (const field of deep)
    readDeepField(engine, recorder, { media, field, nodes, parts: reading.parts, object });
  checkValue(engine, recorder, {
    value: object,
    schema: media.schema,
    in: "body",
    name: null,
    contract: pointerTo(media.pointer, "schema"),
    carried: null,
    ignore: (fault) => files.has(fault.instancePath) && isAboutText(fault),
  });
  return object;
}

/** Fields that are spread over parts called `field[key]` (OpenAPI 3.1.1, 4.15.1.2). */
function deepFields({ encoding }: PlanMedia): Set<string> {
  return new Set(Object.keys(encoding).filter((name) => encoding[name]?.style === "deepObject"));
}

interface DeepField {
  readonly media: PlanMedia;
  readonly field: string;
  readonly nodes: readonly SchemaNode[];
  readonly parts: readonly Part[];
  readonly object: Record<string, unknown>;
}

function readDeepField(
  engine: Engine,
  recorder: Recorder,
  { media, field, nodes, parts, object }: DeepField,
): void {
  const pairs = parts.flatMap(({ name, content }) => {
    const text = name?.startsWith(`${field}[`) && content ? decodeText(content, undefined) : null;
    return text?.outcome === "text" ? [{ name: name as string, raw: encodeURIComponent(text.text) }] : [];
  });
  const { read } = readPairs(pairs, { name: field, style: "deepObject", explode: true }, "object", []);
  if (read === null) return;
  if (read.outcome === "malformed") {
    const { pointer: contract, inferred } = media.encoding[field] ?? media;
    const told = { in: "body", name: field, contract, inferred } as const;
    recorder.tell({ code: "value-malformed", style: "deepObject", problem: read.problem }, told);
    return;
  }
  const { schemas } = engine.plan;
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

/** A file is not in memory: what its text would have to be cannot be asked. */
function isAboutText({ keyword }: SchemaFault): boolean {
  return ["minLength", "maxLength", "pattern", "format", "enum", "const"].includes(keyword);
}

interface FieldSubject {
  readonly media: PlanMedia;
  readonly part: Part;
  readonly name: string;
  readonly nodes: readonly SchemaNode[];
}

function readField(
  engine: Engine,
  recorder: Recorder,
  field: FieldSubject,
): { value: unknown; isFile: boolean } {
  const { media, part, name, nodes } = field;
  const encoding = media.encoding[name];
  const type = part.contentType === null ? null : parseMediaType(part.contentType);
  const told = {
    in: "body",
    name,
    contract: encoding?.pointer ?? media.pointer,
    inferred: media.inferred,
  } as const;
  if (part.contentType !== null && type === null) {
    recorder.tell({ code: "media-type-malformed", value: part.contentType.slice(0, 80) }, told);
  }
  if (encoding) checkPartType(recorder, field, type);
  for (const header of encoding?.headers ?? []) {
    const read = readHeader(headerValues(part.headers, header.name), header.name, explodes(header.value));
    checkParameter(engine, recorder, header, read);
  }
  if (part.content === null || isBinary(nodes)) return { value: fileValue, isFile: true };
  const text = decodeText(part.content, type?.parameters.get("charset"));
  if (text.outcome !== "text") {
    recorder.tell({ code: "body-unreadable", format: "text", problem: "the field is not UTF-8" }, told);
    return { value: fileValue, isFile: true };
  }
  return { value: fieldValue(recorder, field, type, text.text), isFile: false };
}

function explodes(value: { readonly kind: string; readonly explode?: boolean }): boolean {
  return value.explode === true;
}

/** Checks the media type of a part against the ones its encoding accepts; none sent means text/plain (RFC 7578, 4.4). */
function checkPartType(
  recorder: Recorder,
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
  recorder.tell(
    { code: "part-media-type", mediaType: `${actual.type}/${actual.subtype}`, accepted },
    {
      in: "body",
      name,
      contract: pointerTo(encoding.pointer, "contentType"),
      inferred: encoding.inferred,
      value: part.contentType ?? undefined,
    },
  );
}

function fieldValue(
  recorder: Recorder,
  { media, name, nodes }: FieldSubject,
  type: MediaType | null,
  text: string,
): unknown {
  const types = typesOf(nodes);
  const isSpread = media.encoding[name]?.style === "deepObject";
  const isJson = type ? bodyFormat(type) === "json" : types.has("object") && !isSpread;
  if (!isJson) return coerceText(text, nodes);
  try {
    return JSON.parse(text);
  } catch {
    recorder.tell(
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

/** Binary content: `format: binary`, or a media type without an encoding (OpenAPI 3.1, 4.8.14.3). */
function isBinary(nodes: readonly SchemaNode[]): boolean {
  return nodes.some(
    ({ format, contentMediaType, contentEncoding }) =>
      format === "binary" ||
      (contentMediaType !== undefined &&
        contentEncoding === undefined &&
        !/json|^text\//.test(contentMediaType)),
  );
}
