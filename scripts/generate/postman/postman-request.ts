import { type Document, type Parameter, type RequestBody, resolve } from "../document/document.js";
import { exampleOf, exampleText } from "../document/example.js";
import { type ListedOperation, operationList, serverName } from "../document/operation-list.js";
import { versionHeader } from "../operations/api-constants.js";
import { postmanBody } from "./postman-body.js";

/** A request in the shape of format 2.1. */
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
  value: exampleText(exampleOf(document, parameter)),
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
      value: exampleText(exampleOf(document, parameter)),
      description,
    })),
  };
}

/** The value that the version variable begins with: the example of the version header. */
export function versionExample(document: Document): string {
  const name = versionHeader(document);
  const all = operationList(document).flatMap(({ parameters }) => parameters);
  const header = all.find((parameter) => parameter.in === "header" && parameter.name === name);
  return header ? exampleText(exampleOf(document, header)) : "";
}
