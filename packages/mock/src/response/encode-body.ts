import type { DocumentedContent, DocumentedResponse } from "../document/documented-responses.js";
import type { OpenApiDocument } from "../document/open-document.js";
import { encodeText, NO_BYTES } from "../http/bytes.js";
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
  if (value === undefined) return NO_BYTES;
  const isText = typeof value === "string" && !/[/+]json\b/.test(mediaType);
  if (isText) return encodeText(value);
  return encodeText(isXml(mediaType) ? toXml(document, value, schema) : JSON.stringify(value));
}
