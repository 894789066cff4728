import { STATUS_CODES } from "node:http";
import {
  type Document,
  type Header,
  isReference,
  type MediaType,
  type Reference,
  type RequestBody,
  type Response,
  resolve,
} from "../../generate/document/document.js";
import type { ListedOperation } from "../../generate/document/operation-list.js";
import { consoleForm } from "../operation/console-form.js";
import { exampleBlocks } from "../operation/example-block.js";
import { type Field, fieldsOf, headerField, parameterField } from "../operation/field.js";
import { fieldList, inferredNote } from "../operation/field-list.js";
import { relatedOperations } from "../operation/related-operations.js";
import { mediaFields } from "../operation/request-fields.js";
import { sampleBlock } from "../operation/sample-block.js";
import { schemaLink } from "../operation/type-name.js";
import { firstSentence, type Page } from "./page.js";

const REQUEST = { required: "**required**", optional: "optional" };
const RESPONSE = { optional: "not always present" };

/** The page of one operation, in the order in which a caller needs it. */
export function operationPage(document: Document, listed: ListedOperation): Page {
  const { operation, method, path, server } = listed;
  const description = (operation.description ?? "").trim();
  const sections = [
    `\`${method}\` \`${server.url}${path}\` {.endpoint}`,
    operation["x-beta"] ? "**closed beta** Not every account may call this." : "",
    description,
    inferredNote(operation["x-inferred"]),
    sampleBlock(document, listed),
    requestSection(document, listed),
    ...Object.entries(operation.responses ?? {})
      .filter(([status]) => status.startsWith("2"))
      .map(([status, response]) => responseSection(document, status, response)),
    errorSection(document, operation.responses ?? {}),
    relatedOperations(document, listed),
  ];
  return {
    path: `operations/${operation.operationId}`,
    title: operation.summary ?? operation.operationId,
    description: firstSentence(description),
    body: sections.filter((section) => section !== "").join("\n\n"),
    operation: consoleForm(document, listed),
  };
}

function requestSection(document: Document, { operation, parameters }: ListedOperation): string {
  const group = (place: string, heading: string): string => {
    const fields = parameters.filter((p) => p.in === place).map((p) => parameterField(document, p));
    return fields.length === 0 ? "" : `### ${heading} {#${place}}\n\n${fieldList(fields, place, REQUEST)}`;
  };
  const sections = [
    group("path", "Path"),
    group("query", "Query"),
    group("header", "Headers"),
    bodySection(document, operation.requestBody),
  ].filter((section) => section !== "");
  return sections.length === 0 ? "" : `## Request {#request}\n\n${sections.join("\n\n")}`;
}

function bodyFieldList(document: Document, media: MediaType): string {
  const { fields, oneOf } = mediaFields(document, media);
  const names = oneOf.map((name) => `\`${name}\``).join(" or ");
  const rule = oneOf.length > 1 ? `Exactly one of ${names} is **required**.\n\n` : "";
  return rule + fieldList(fields, "body", REQUEST);
}

function bodySection(document: Document, node: RequestBody | Reference | undefined): string {
  if (node === undefined) return "";
  const body = resolve<RequestBody>(document, node);
  return Object.entries(body.content)
    .map(([mediaType, media]) =>
      [
        `### Body {#body}`,
        `\`${mediaType}\``,
        body.description?.trim() ?? "",
        bodyFieldList(document, media),
        exampleBlocks(document, media, mediaType),
      ]
        .filter((text) => text !== "")
        .join("\n\n"),
    )
    .join("\n\n");
}

function responseSection(document: Document, status: string, node: Response | Reference): string {
  const response = resolve<Response>(document, node);
  const media = response.content?.["application/json"];
  const schema = isReference(media?.schema) ? `The body is a ${schemaLink(media.schema.$ref)}.` : "";
  const headers = headerFields(document, response);
  return [
    `## Response ${status} ${STATUS_CODES[status] ?? ""} {#status-${status}}`,
    response.description.trim(),
    inferredNote(response["x-inferred"]),
    schema,
    exampleBlocks(document, media),
    `### Body fields {#response-${status}}`,
    fieldList(fieldsOf(document, media?.schema), `response-${status}`, RESPONSE),
    headers.length > 0 ? `### Response headers {#status-${status}-headers}` : "",
    fieldList(headers, `status-${status}`, RESPONSE),
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

const headerFields = (document: Document, response: Response): Field[] =>
  Object.entries(response.headers ?? {}).map(([name, node]) =>
    headerField(document, name, resolve<Header>(document, node)),
  );

function errorSection(document: Document, responses: Record<string, Response | Reference>): string {
  const failures = Object.entries(responses).filter(([status]) => !status.startsWith("2"));
  if (failures.length === 0) return "";
  const errors = failures.map(([status, response]) => errorBlock(document, status, response));
  const body = schemaLink("ErrorResponse");
  return `## Errors {#errors}\n\nEvery error has the same body, a ${body}.\n\n${errors.join("\n\n")}`;
}

function errorBlock(document: Document, status: string, node: Response | Reference): string {
  const response = resolve<Response>(document, node);
  const headers = headerFields(document, response).filter(({ name }) => name !== "Ittybit-Version");
  const name = status === "default" ? "Any other status" : `${status} ${STATUS_CODES[status] ?? ""}`;
  return [
    `### ${name} {#status-${status}}`,
    response.description.trim(),
    inferredNote(response["x-inferred"]),
    fieldList(headers, `status-${status}`, RESPONSE),
    exampleBlocks(document, response.content?.["application/json"]),
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}
