import type { CheckContext } from "../check/check-context.js";
import { checkValue } from "../check/check-value.js";
import type { MediaTypeObject } from "../document/contract-model.js";
import type { BodyInMemory } from "../exchange.js";
import type { FindingCollector } from "../findings/finding-collector.js";
import { joinPointer } from "../json-pointer.js";
import type { BodyFormat, MediaType } from "../media-type.js";
import { outlineOf } from "../schema/outline.js";
import { readForm } from "./form.js";
import { repeatedNames } from "./repeated-names.js";
import { decodeText } from "./text.js";

/** A body in memory, with its content encoding undone. */
export interface Content {
  readonly body: BodyInMemory;
  readonly mediaType: MediaType;
  readonly media: MediaTypeObject;
  readonly format: Exclude<BodyFormat, "multipart" | "binary">;
}

/** Decodes a body by its media type and checks it. Returns its value; undefined when it cannot be decoded. */
export function checkContent(context: CheckContext, collector: FindingCollector, content: Content): unknown {
  const { media, mediaType, body } = content;
  const where = { in: "body", contract: media.pointer, inferred: media.inferred } as const;
  const decoded = decodeText(body, mediaType.parameters.get("charset"));
  if (decoded.outcome === "unknown-charset") {
    const detail = mediaType.parameters.get("charset")?.slice(0, 40) ?? "";
    collector.add({ code: "unchecked", reason: "charset", detail }, where);
    return undefined;
  }
  if (decoded.outcome === "damaged") {
    const charset = mediaType.parameters.get("charset") ?? "UTF-8";
    collector.add(
      { code: "body-unreadable", format: mediaType.subtype, problem: `it is not ${charset}` },
      where,
    );
    return undefined;
  }
  return checkText(context, collector, content, decoded.text);
}

function checkText(
  context: CheckContext,
  collector: FindingCollector,
  content: Content,
  text: string,
): unknown {
  switch (content.format) {
    case "json":
      return checkJson(context, collector, content, text, "");
    case "json-lines":
      return checkLines(context, collector, content, text);
    case "form":
      return checkSchema(context, collector, content, readForm(context, collector, content.media, text), "");
    case "text":
      return isTextual(context, collector, content)
        ? checkSchema(context, collector, content, text, "")
        : text;
    default:
      return content.format satisfies never;
  }
}

function checkJson(
  context: CheckContext,
  collector: FindingCollector,
  content: Content,
  text: string,
  base: string,
): unknown {
  const { media } = content;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    collector.add(
      { code: "body-unreadable", format: "JSON", problem: jsonProblem(error) },
      { in: "body", pointer: base, contract: media.pointer, inferred: media.inferred },
    );
    return undefined;
  }
  for (const { pointer, times } of repeatedNames(text, value)) {
    const where = { in: "body", contract: media.pointer, inferred: media.inferred } as const;
    collector.add({ code: "value-repeated", times }, { ...where, pointer: base + pointer });
  }
  return checkSchema(context, collector, content, value, base);
}

/** Only the position of a syntax error: the message of the runtime quotes the body and differs between versions. */
function jsonProblem(error: unknown): string {
  const position = /at position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  return position === undefined
    ? "it is not complete, or not JSON"
    : `there is an error at character ${position}`;
}

/** Checks one JSON text per line, empty lines apart. Pointers start with the index of the line. */
function checkLines(
  context: CheckContext,
  collector: FindingCollector,
  content: Content,
  text: string,
): unknown[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    // RFC 7464 puts a record separator before each text
    const plain = line.replace(String.fromCharCode(30), "").trim();
    return plain === "" ? [] : [checkJson(context, collector, content, plain, `/${index}`)];
  });
}

function checkSchema(
  context: CheckContext,
  collector: FindingCollector,
  content: Content,
  value: unknown,
  base: string,
): unknown {
  const { schema, type, pointer, inferred } = content.media;
  if (schema === null) {
    const detail = { code: "unchecked", reason: "no-schema", detail: type } as const;
    collector.add(detail, { in: "body", name: null, contract: pointer, inferred });
  } else {
    const contract = joinPointer(pointer, "schema");
    checkValue(context, collector, { in: "body", name: null, value, schema, base, contract, carried: null });
  }
  return value;
}

/** Text can be checked against a schema for strings. Markup that is described as an object cannot, and is reported. */
function isTextual(context: CheckContext, collector: FindingCollector, { media }: Content): boolean {
  if (media.schema === null) return true;
  const { types } = outlineOf(context.model.schemas, media.schema);
  if (types.size === 0 || types.has("string")) return true;
  collector.add(
    { code: "unchecked", reason: "media-type-not-readable", detail: media.type },
    { in: "body", contract: media.pointer, inferred: media.inferred },
  );
  return false;
}
