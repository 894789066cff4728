import { STATUS_CODES } from "node:http";
import { type Document, type Header, type Response, resolve } from "../document/document.js";
import { exampleOf, examplesOf, exampleText } from "../document/example.js";
import type { ListedOperation } from "../document/operation-list.js";
import { postmanRequest } from "./postman-request.js";

/**
 * Saved responses: one for each example of each response with a status of three digits. `default` stands for no one
 * status, and Postman needs one.
 */
export function postmanResponses(document: Document, listed: ListedOperation): object[] {
  const responses = Object.entries(listed.operation.responses ?? {}).filter(([status]) =>
    /^\d{3}$/.test(status),
  );
  return responses.flatMap(([status, response]) =>
    savedResponses(document, listed, Number(status), resolve<Response>(document, response)),
  );
}

function savedResponses(
  document: Document,
  listed: ListedOperation,
  code: number,
  response: Response,
): object[] {
  const { description: _, ...originalRequest } = postmanRequest(document, listed);
  return Object.entries(response.content ?? {}).flatMap(([mediaType, media]) =>
    examplesOf(document, media).map(({ name, summary, value }) => ({
      id: `${listed.operation.operationId}-${code}-${name}`,
      name: `${code} ${summary ?? name}`,
      originalRequest,
      status: STATUS_CODES[code] ?? "",
      code,
      _postman_previewlanguage: "json",
      header: [{ key: "Content-Type", value: mediaType }, ...responseHeaders(document, response)],
      cookie: [],
      body: typeof value === "string" ? value : JSON.stringify(value, null, 2),
    })),
  );
}

const responseHeaders = (document: Document, response: Response): object[] =>
  Object.entries(response.headers ?? {}).map(([key, header]) => ({
    key,
    value: exampleText(exampleOf(document, resolve<Header>(document, header))),
  }));
