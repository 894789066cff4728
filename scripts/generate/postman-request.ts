import { STATUS_CODES } from "node:http";
import {
  type Document,
  type Header,
  type Parameter,
  type RequestBody,
  type Response,
  resolve,
} from "./document.js";
import { exampleOf, examplesOf } from "./example.js";
import { type ListedOperation, operationList, serverName } from "./operation-list.js";
import { postmanBody } from "./postman-body.js";
import { versionHeader } from "./wire-facts.js";

export interface PostmanRequest {
  readonly method: string;
  readonly description?: string | undefined;
  readonly header: object[];
  readonly url: object;
  readonly body?: object | undefined;
}

/** The request of one operation. What is optional stands there too, switched off. */
export function postmanRequest(document: Document, listed: ListedOperation): PostmanRequest {
  const { operation, parameters, method } = listed;
  const body = operation.requestBody && resolve<RequestBody>(document, operation.requestBody);
  return {
    method,
    description: operation.description ?? operation.summary,
    header: parameters
      .filter((parameter) => parameter.in === "header")
      .map((parameter) => headerEntry(document, parameter)),
    url: postmanUrl(document, listed),
    ...(body ? { body: postmanBody(document, body) } : {}),
  };
}

function headerEntry(document: Document, parameter: Parameter): object {
  const isVersion = parameter.name === versionHeader(document);
  return { ...entry(document, parameter), ...(isVersion ? { value: "{{version}}" } : {}) };
}

const entry = (document: Document, parameter: Parameter): object => ({
  key: parameter.name,
  value: text(exampleOf(document, parameter)),
  description: parameter.description,
  ...(parameter.required ? {} : { disabled: true }),
});

function postmanUrl(document: Document, { path, server, parameters }: ListedOperation): object {
  const segments = path
    .split("/")
    .slice(1)
    .map((segment) => segment.replace(/^\{(.+)\}$/, ":$1"));
  const host = `{{${serverName(server)}}}`;
  const named = (place: Parameter["in"]) => parameters.filter((parameter) => parameter.in === place);
  return {
    raw: `${host}/${segments.join("/")}`,
    host: [host],
    path: segments,
    query: named("query").map((parameter) => entry(document, parameter)),
    variable: named("path").map(({ name, description, ...parameter }) => ({
      key: name,
      value: text(exampleOf(document, parameter)),
      description,
    })),
  };
}

/** The value that the version variable begins with: the example of the version header. */
export function versionExample(document: Document): string {
  const name = versionHeader(document);
  const all = operationList(document).flatMap(({ parameters }) => parameters);
  const header = all.find((parameter) => parameter.in === "header" && parameter.name === name);
  return header ? text(exampleOf(document, header)) : "";
}

/**
 * Saved answers: one for each example of each response with a status of three digits. `default` stands for no one
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
    value: text(exampleOf(document, resolve<Header>(document, header))),
  }));

const text = (value: unknown): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
