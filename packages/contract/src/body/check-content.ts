import { checkValue } from "../check-value.js";
import type { Engine } from "../engine.js";
import type { BodyFormat, MediaType } from "../media-type.js";
import type { PlanMedia } from "../plan.js";
import { pointerTo } from "../pointer.js";
import type { Recorder } from "../report/recorder.js";
import { outlineOf } from "../schema/shape.js";
import { readForm } from "./form.js";
import { decodeText } from "./text.js";

/** A body in memory, its content encoding undone. */
export interface Content {
  readonly bytes: Uint8Array;
  readonly mediaType: MediaType;
  readonly media: PlanMedia;
  readonly format: Exclude<BodyFormat, "multipart" | "binary">;
}

/** Reads a body by its media type and checks it. Returns its value; undefined where it cannot be read. */
export function checkContent(engine: Engine, recorder: Recorder, content: Content): unknown {
  const { media, mediaType, bytes } = content;
  const told = { in: "body", contract: media.pointer, inferred: media.inferred } as const;
  const decoded = decodeText(bytes, mediaType.parameters.get("charset"));
  if (decoded.outcome === "unknown-charset") {
    const detail = mediaType.parameters.get("charset")?.slice(0, 40) ?? "";
    recorder.tell({ code: "unchecked", why: "charset", detail }, told);
    return undefined;
  }
  if (decoded.outcome === "damaged") {
    const charset = mediaType.parameters.get("charset") ?? "UTF-8";
    recorder.tell(
      { code: "body-unreadable", format: mediaType.subtype, problem: `it is not ${charset}` },
      told,
    );
    return undefined;
  }
  return checkText(engine, recorder, content, decoded.text);
}

function checkText(engine: Engine, recorder: Recorder, content: Content, text: string): unknown {
  switch (content.format) {
    case "json":
      return checkJson(engine, recorder, content, text, "");
    case "json-lines":
      return checkLines(engine, recorder, content, text);
    case "form":
      return checkSchema(engine, recorder, content, readForm(engine, recorder, content.media, text), "");
    case "text":
      return isTextual(engine, recorder, content) ? checkSchema(engine, recorder, content, text, "") : text;
    default:
      return content.format satisfies never;
  }
}

function checkJson(
  engine: Engine,
  recorder: Recorder,
  content: Content,
  text: string,
  base: string,
): unknown {
  const { media } = content;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    recorder.tell(
      { code: "body-unreadable", format: "JSON", problem: jsonProblem(error) },
      { in: "body", pointer: base, contract: media.pointer, inferred: media.inferred },
    );
    return undefined;
  }
  return checkSchema(engine, recorder, content, value, base);
}

/** Only the position of a syntax error: the message of the runtime quotes the body, and differs by version. */
function jsonProblem(error: unknown): string {
  const position = /at position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  return position === undefined
    ? "it is not complete, or not JSON"
    : `there is an error at character ${position}`;
}

/** One JSON text a line; empty lines do not count. Pointers start with the number of the line, from 0. */
function checkLines(engine: Engine, recorder: Recorder, content: Content, text: string): unknown[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    // RFC 7464 puts a record separator before each text
    const plain = line.replace(String.fromCharCode(30), "").trim();
    return plain === "" ? [] : [checkJson(engine, recorder, content, plain, `/${index}`)];
  });
}

function checkSchema(
  engine: Engine,
  recorder: Recorder,
  content: Content,
  value: unknown,
  base: string,
): unknown {
  const { media } = content;
  const told = {
    in: "body",
    name: null,
    contract: pointerTo(media.pointer, "schema"),
    inferred: media.inferred,
  } as const;
  if (media.schema === null) {
    recorder.tell(
      { code: "unchecked", why: "no-schema", detail: media.type },
      { ...told, contract: media.pointer },
    );
  } else {
    checkValue(engine, recorder, { ...told, value, schema: media.schema, base, carried: null });
  }
  return value;
}

/** Text is held against a schema for strings. Markup described as an object cannot be, and is told. */
function isTextual(engine: Engine, recorder: Recorder, { media }: Content): boolean {
  if (media.schema === null) return true;
  const { types } = outlineOf(engine.plan.schemas, media.schema);
  if (types.size === 0 || types.has("string")) return true;
  recorder.tell(
    { code: "unchecked", why: "media-type-not-readable", detail: media.type },
    { in: "body", contract: media.pointer, inferred: media.inferred },
  );
  return false;
}
