import { pipeline } from "node:stream/promises";
import { Busboy } from "@fastify/busboy";

/** One part of a multipart body. A file's bytes are counted, never kept and never read as text. */
export type Part =
  | { readonly kind: "field"; readonly name: string; readonly mediaType: string; readonly text: string }
  | {
      readonly kind: "file";
      readonly name: string;
      readonly mediaType: string;
      readonly filename: string;
      /** In bytes. */
      readonly size: number;
    };

/** Longest text of a field, in bytes; a longer one is refused. */
const maxFieldSize = 1024 * 1024;

/**
 * Reads multipart/form-data (RFC 7578) as it arrives, in constant memory.
 * @throws Error whose message says what is wrong with the body.
 */
export async function readMultipart(body: AsyncIterable<Uint8Array>, contentType: string): Promise<Part[]> {
  const parts: Part[] = [];
  const problems: string[] = [];
  const parser = new Busboy({
    headers: { "content-type": contentType },
    limits: { fieldSize: maxFieldSize },
    isPartAFile: (_name, mediaType, filename) =>
      mediaType !== "application/json" &&
      (filename !== undefined || mediaType === "application/octet-stream"),
  });
  parser.on("field", (name, text, _nameCut, textCut, _encoding, mediaType) => {
    if (textCut) problems.push(`The part ${name} is longer than ${maxFieldSize} bytes.`);
    parts.push({ kind: "field", name: name ?? "", mediaType, text });
  });
  parser.on("file", (name, stream, filename, _encoding, mediaType) => {
    let size = 0;
    stream.on("error", (error: Error) => problems.push(error.message));
    stream.on("data", (chunk: Uint8Array) => {
      size += chunk.length;
    });
    stream.on("end", () =>
      parts.push({ kind: "file", name: name ?? "", mediaType, filename: filename ?? "", size }),
    );
  });
  await pipeline(body, parser);
  if (parts.some((part) => part.name === "")) problems.push("A part has no name.");
  if (problems[0] !== undefined) throw new Error(problems[0]);
  return parts;
}
