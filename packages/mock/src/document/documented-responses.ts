import type { Operation } from "@ittybit/contract";
import type { Header } from "../http/message.js";
import { sampleValues } from "../sample/sample-value.js";
import { concreteMediaType } from "./media-range.js";
import { asNode, type Node, resolve } from "./node.js";
import type { OpenApiDocument } from "./open-document.js";

/** A named example of a response. */
export interface Example {
  readonly name: string;
  readonly value: unknown;
}

export interface DocumentedContent {
  /** As in the document; a media type in the range where the document has a range. */
  readonly mediaType: string;
  /** As in the document; undefined if it has none. */
  readonly schema: unknown;
  readonly examples: readonly Example[];
}

/** One documented response. */
export interface DocumentedResponse {
  /** `200`, `2XX` or `default`. */
  readonly status: string;
  /** Headers that are required, or for which the document has an example or a default. */
  readonly headers: readonly Header[];
  readonly contents: readonly DocumentedContent[];
}

/** The documented responses of an operation, in document order. */
export type DocumentedResponses = (operation: Operation) => readonly DocumentedResponse[];

/** Reads the documented responses of every operation. */
export function createDocumentedResponses(
  document: OpenApiDocument,
  operations: readonly Operation[],
): DocumentedResponses {
  const entries = operations.map((operation) => {
    const item = asNode(resolve(document, asNode(document.paths)[operation.path]));
    const responses = asNode(asNode(resolve(document, item[operation.method.toLowerCase()])).responses);
    return [operation.operationId, readResponses(document, responses)] as const;
  });
  const byOperation = new Map(entries);
  return ({ operationId }) => byOperation.get(operationId) ?? [];
}

/** All examples of a response, of every media type. */
export function examplesOf(response: DocumentedResponse): readonly Example[] {
  return response.contents.flatMap(({ examples }) => examples);
}

function readResponses(document: OpenApiDocument, responses: Node): DocumentedResponse[] {
  return Object.entries(responses).map(([status, reference]) => {
    const response = asNode(resolve(document, reference));
    return {
      status: status.replace(/xx$/i, "XX"),
      headers: readHeaders(document, asNode(response.headers)),
      contents: readContents(document, asNode(response.content)),
    };
  });
}

/** The contents by the media type to send them in. A range does not stand for a media type that has a content of its own. */
function readContents(document: OpenApiDocument, contents: Node): DocumentedContent[] {
  return Object.entries(contents).flatMap(([documented, reference]) => {
    const mediaType = concreteMediaType(documented);
    if (mediaType !== documented && mediaType in contents) return [];
    const content = asNode(resolve(document, reference));
    return [{ mediaType, schema: content.schema, examples: readExamples(document, content) }];
  });
}

function readExamples(document: OpenApiDocument, content: Node): Example[] {
  const named = Object.entries(asNode(content.examples)).flatMap(([name, reference]): Example[] => {
    const { value } = asNode(resolve(document, reference));
    return value === undefined ? [] : [{ name, value }];
  });
  if (named.length > 0 || content.example === undefined) return named;
  return [{ name: "example", value: content.example }];
}

function readHeaders(document: OpenApiDocument, headers: Node): Header[] {
  return Object.entries(headers).flatMap(([name, reference]): Header[] => {
    const header = asNode(resolve(document, reference));
    const schema = asNode(resolve(document, header.schema));
    const [example] = Object.values(asNode(header.examples));
    const [schemaExample] = Array.isArray(schema.examples) ? schema.examples : [];
    const value =
      header.example ??
      asNode(resolve(document, example)).value ??
      schema.example ??
      schemaExample ??
      schema.default ??
      (header.required === true ? sampleValues(document, header.schema).next().value : undefined);
    return value === undefined || value === null ? [] : [[name, String(value)]];
  });
}
