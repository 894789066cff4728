import type { DocumentedContent, DocumentedResponse } from "../document/documented-responses.js";
import type { OpenApiDocument } from "../document/open-document.js";
import { isXml, toXml } from "./xml.js";

/** The content of a response in a media type that it documents. */
export function contentOf(response: DocumentedResponse, mediaType: string): DocumentedContent {
  const content = response.contents.find((one) => one.mediaType === mediaType);
  return content ?? { mediaType, schema: undefined, examples: [] };
}

/** Writes a value in a media type: XML as its schema describes it, text as it is, anything else as JSON. */
export function encodeBody(
  document: OpenApiDocument,
  value: unknown,
  { mediaType, schema }: Pick<DocumentedContent, "mediaType" | "schema">,
): Uint8Array {
  if (value === undefined) return Buffer.alloc(0);
  const isText = typeof value === "string" && !/[/+]json\b/.test(mediaType);
  if (isText) return Buffer.from(value);
  return Buffer.from(isXml(mediaType) ? toXml(document, value, schema) : JSON.stringify(value));
}
