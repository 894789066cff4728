import type { ExchangeResponse, RequestHead } from "@ittybit/contract";
import { resolveReference } from "@ittybit/contract/json-pointer";

/** One documented example as the response it describes. */
export interface DocumentedExample {
  readonly title: string;
  readonly operationId: string;
  readonly asked: RequestHead;
  readonly response: ExchangeResponse;
}

// biome-ignore lint/suspicious/noExplicitAny: any OpenAPI document
type Document = any;

/** Every response example of a bundled document, each with its documented headers. */
export function documentedResponses(document: Document): DocumentedExample[] {
  return Object.entries<Document>(document.paths).flatMap(([path, item]) =>
    ["get", "post", "patch", "put", "delete"].flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : examplesOf(document, path, method, operation);
    }),
  );
}

function examplesOf(
  document: Document,
  path: string,
  method: string,
  operation: Document,
): DocumentedExample[] {
  const [server] = operation.servers ?? document.servers;
  const asked = { method: method.toUpperCase(), url: server.url + path.replaceAll(/\{[^}]*\}/g, "med_123") };
  return Object.entries<Document>(operation.responses).flatMap(([status, reference]) => {
    const response = follow(document, reference);
    return Object.entries<Document>(response.content ?? {}).flatMap(([mediaType, media]) =>
      Object.entries<Document>(media.examples ?? {}).map(([name, example]) => ({
        title: `${operation.operationId} ${status} ${name}`,
        operationId: operation.operationId,
        asked,
        response: {
          status: status === "default" ? 500 : Number(status),
          headers: [["content-type", mediaType], ...headersOf(document, response)] as const,
          body: new TextEncoder().encode(JSON.stringify(follow(document, example).value)),
        },
      })),
    );
  });
}

function headersOf(document: Document, response: Document): (readonly [string, string])[] {
  return Object.entries<Document>(response.headers ?? {}).map(([name, reference]) => {
    const header = follow(document, reference);
    return [
      name,
      String(header.example ?? header.schema?.example ?? header.schema?.examples?.[0] ?? 1),
    ] as const;
  });
}

function follow(document: Document, node: Document): Document {
  return resolveReference(document, node);
}
