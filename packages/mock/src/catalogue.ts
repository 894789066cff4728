import type { PlanOperation } from "@ittybit/contract";
import { asNode, type Node, type OpenApiDocument, resolve } from "./document.js";
import type { Header } from "./message.js";

/** A named answer of the document. */
export interface Example {
  readonly name: string;
  readonly value: unknown;
}

interface DocumentedContent {
  readonly mediaType: string;
  readonly examples: readonly Example[];
}

/** One response as documented. */
export interface DocumentedResponse {
  /** `200`, `2XX` or `default`. */
  readonly status: string;
  /** Headers with a value that the document shows for them. */
  readonly headers: readonly Header[];
  readonly contents: readonly DocumentedContent[];
}

/** The answers that an operation documents, in document order. */
export type Catalogue = (operation: PlanOperation) => readonly DocumentedResponse[];

/** Reads the documented answers of every operation. */
export function createCatalogue(document: OpenApiDocument, operations: readonly PlanOperation[]): Catalogue {
  const entries = operations.map((operation) => {
    const item = asNode(resolve(document, asNode(document.paths)[operation.path]));
    const responses = asNode(asNode(resolve(document, item[operation.method.toLowerCase()])).responses);
    return [operation.operationId, readResponses(document, responses)] as const;
  });
  const table = new Map(entries);
  return ({ operationId }) => table.get(operationId) ?? [];
}

/**
 * The response of a status: by itself, by its range, or `default` (OpenAPI 3.1, 4.8.16). Where a success is
 * documented, `default` speaks of failures.
 */
export function responseOf(
  responses: readonly DocumentedResponse[],
  status: number,
): DocumentedResponse | undefined {
  const find = (name: string) => responses.find((response) => response.status.toUpperCase() === name);
  const own = find(String(status)) ?? find(`${Math.floor(status / 100)}XX`);
  if (own) return own;
  const isSuccess = status < 300 && responses.some((response) => response.status.startsWith("2"));
  return isSuccess ? undefined : find("DEFAULT");
}

/** All examples of a response, whatever their media type. */
export function examplesOf(response: DocumentedResponse): readonly Example[] {
  return response.contents.flatMap(({ examples }) => examples);
}

function readResponses(document: OpenApiDocument, responses: Node): DocumentedResponse[] {
  return Object.entries(responses).map(([status, reference]) => {
    const response = asNode(resolve(document, reference));
    return {
      status,
      headers: readHeaders(document, asNode(response.headers)),
      contents: Object.entries(asNode(response.content)).map(([mediaType, content]) => ({
        mediaType,
        examples: readExamples(document, asNode(resolve(document, content))),
      })),
    };
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
    const [listed] = Array.isArray(schema.examples) ? schema.examples : [];
    const value =
      header.example ??
      asNode(resolve(document, example)).value ??
      schema.example ??
      listed ??
      schema.default;
    return value === undefined || value === null ? [] : [[name, String(value)]];
  });
}
