import type { Direction } from "../findings/finding.js";
import { joinPointer } from "../json-pointer.js";
import { parseMediaType } from "../media-type.js";
import type { Encoding, MediaTypeObject, RequestBody, Style } from "./contract-model.js";
import { styles } from "./contract-model.js";
import type { DocumentNode, DocumentReader } from "./document-reader.js";
import { wholeReason } from "./inferred-mark.js";
import { readHeaders } from "./read-parameter.js";

/** Reads the request body of an operation; null when it documents none. */
export function readBody(reader: DocumentReader, operation: DocumentNode): RequestBody | null {
  const node = reader.child(operation, "requestBody");
  if (node === null) return null;
  const media = readMedia(reader, node, "request");
  if (media.length === 0)
    throw reader.errorAt(node, "a request body without content", "Name its media types.");
  return { required: node.value.required === true, pointer: node.pointer, media, inferred: node.inferred };
}

/** Reads the `content` of a body or response, exact media types before ranges. */
export function readMedia(
  reader: DocumentReader,
  owner: DocumentNode,
  direction: Direction,
): MediaTypeObject[] {
  const media = reader.names(owner, "content").map((type) => {
    const parsed = parseMediaType(type);
    if (parsed === null) {
      throw reader.errorAt(owner, `"${type}" is not a media type`, "Write type/subtype.", "content", type);
    }
    const node = reader.child(owner, "content", type) as DocumentNode;
    const hasSchema = node.value.schema !== undefined;
    const pointer = joinPointer(node.pointer, "schema");
    return {
      type: parsed.text,
      pointer: node.pointer,
      schema: hasSchema ? reader.linker.link({ document: "", pointer }, direction) : null,
      encoding: readEncodings(reader, node, direction),
      inferred: node.inferred,
    };
  });
  return media.sort((a, b) => breadth(a.type) - breadth(b.type));
}

function breadth(type: string): number {
  return type.startsWith("*/") ? 2 : type.includes("/*") ? 1 : type.includes(";") ? -1 : 0;
}

function readEncodings(
  reader: DocumentReader,
  media: DocumentNode,
  direction: Direction,
): Record<string, Encoding> {
  const encodings: Record<string, Encoding> = Object.create(null);
  for (const name of reader.names(media, "encoding")) {
    encodings[name] = readEncoding(reader, reader.child(media, "encoding", name) as DocumentNode, direction);
  }
  return encodings;
}

/** Reads an encoding object (OpenAPI 3.1, 4.8.15). */
function readEncoding(reader: DocumentReader, node: DocumentNode, direction: Direction): Encoding {
  const { contentType, style = "form", explode } = node.value;
  if (!styles.includes(style as Style)) {
    throw reader.errorAt(node, `there is no style "${String(style)}"`, "Use form or deepObject.", "style");
  }
  return {
    pointer: node.pointer,
    contentTypes: typeof contentType === "string" ? splitTypes(reader, node, contentType) : null,
    headers: readHeaders(reader, node, direction),
    style: style as Style,
    explode: typeof explode === "boolean" ? explode : style === "form",
    inferred: wholeReason(node.value["x-inferred"], "format", "values") ?? node.inferred,
  };
}

function splitTypes(reader: DocumentReader, node: DocumentNode, list: string): string[] {
  return list.split(",").map((type) => {
    const parsed = parseMediaType(type);
    if (parsed === null) {
      throw reader.errorAt(
        node,
        `"${type.trim()}" is not a media type`,
        "Write type/subtype.",
        "contentType",
      );
    }
    return parsed.text;
  });
}
