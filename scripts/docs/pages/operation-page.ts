import {
  type Document,
  isReference,
  type MediaType,
  type Reference,
  type RequestBody,
  type Response,
  resolve,
} from "../../generate/document/document.js";
import type { ListedOperation } from "../../generate/document/operation-list.js";
import { blocks } from "../operation/blocks.js";
import { consoleForm } from "../operation/console-form.js";
import { errorTable } from "../operation/error-table.js";
import { exampleBlock } from "../operation/example-block.js";
import { bodyExamples, responseExamples, sampleTabs } from "../operation/example-tabs.js";
import { fieldsOf, parameterField, responseHeaders } from "../operation/field.js";
import { fieldList, inferredNote } from "../operation/field-list.js";
import { firstSentence } from "../operation/first-sentence.js";
import { relatedOperations } from "../operation/related-operations.js";
import { mediaFields } from "../operation/request-fields.js";
import { statusName } from "../operation/status-name.js";
import { schemaLink } from "../operation/type-name.js";
import type { Page } from "./page.js";

const REQUEST = { required: "**required**", optional: "optional" };
const RESPONSE = { optional: "not always present" };

/** The page of one operation: what it is for, code to copy beside it, then the request, its responses and errors. */
export function operationPage(document: Document, listed: ListedOperation, mock: string): Page {
  const { operation, method, path, server } = listed;
  const description = (operation.description ?? "").trim();
  const responses = Object.entries(operation.responses ?? {});
  const intro = [
    `\`${method}\` \`${server.url}${path}\` {.endpoint .${method.toLowerCase()}}`,
    operation["x-beta"] ? "**closed beta** Not every account may call this." : "",
    description,
    inferredNote(operation["x-inferred"]),
  ];
  const code = [
    sampleTabs(document, listed),
    responseExamples(document, responses),
    bodyExamples(document, operation),
  ];
  const rest = [
    requestSection(document, listed),
    ...responses
      .filter(([status]) => status.startsWith("2"))
      .map(([status, response]) => responseSection(document, status, response)),
  ];
  const end = [errorTable(document, responses), relatedOperations(document, listed)];
  return {
    path: `operations/${operation.operationId}`,
    title: operation.summary ?? operation.operationId,
    kind: "Endpoint",
    description: firstSentence(description),
    keywords: `${operation.operationId} ${method} ${path} endpoint`,
    body: operationBody({ intro, code, rest }, end),
    source: `spec/paths/${path.slice(1).replaceAll("/", "_")}.yaml`,
    operation: { operationId: operation.operationId, form: consoleForm(document, listed, mock) },
  };
}

/**
 * The body of a page. A wide screen shows its parts in two columns: the code beside the introduction and the rest. The end
 * is below these, outside of what the code sticks to.
 */
function operationBody(parts: Readonly<Record<string, readonly string[]>>, end: readonly string[]): string {
  const columns = Object.entries(parts).map(([name, sections]) => division(name, ...sections));
  return division("operation", division("columns", ...columns), division("end", ...end));
}

const division = (name: string, ...sections: readonly string[]) =>
  blocks(`<div class="${name}">`, ...sections, "</div>");

function requestSection(document: Document, { operation, parameters }: ListedOperation): string {
  const group = (place: string, heading: string): string => {
    const fields = parameters.filter((p) => p.in === place).map((p) => parameterField(document, p));
    return fields.length === 0 ? "" : `### ${heading} {#${place}}\n\n${fieldList(fields, place, REQUEST)}`;
  };
  const sections = blocks(
    group("path", "Path"),
    group("query", "Query"),
    group("header", "Headers"),
    bodySection(document, operation.requestBody),
  );
  return sections && `## Request {#request}\n\n${sections}`;
}

function bodyRule(document: Document, media: MediaType): string {
  const { oneOf } = mediaFields(document, media);
  const names = oneOf.map((name) => `\`${name}\``).join(" or ");
  return oneOf.length > 1 ? `Exactly one of ${names} is **required**.` : "";
}

function bodySection(document: Document, node: RequestBody | Reference | undefined): string {
  if (node === undefined) return "";
  const body = resolve<RequestBody>(document, node);
  const sections = Object.entries(body.content).map(([mediaType, media]) =>
    blocks(
      `### Body \`${mediaType}\` {#body}`,
      `${body.description?.trim() ?? ""} ${bodyRule(document, media)}`.trim(),
      fieldList(mediaFields(document, media).fields, "body", REQUEST),
    ),
  );
  return blocks(...sections);
}

function responseSection(document: Document, status: string, node: Response | Reference): string {
  const response = resolve<Response>(document, node);
  const media = response.content?.["application/json"];
  const schema = isReference(media?.schema) ? `The body is a ${schemaLink(media.schema.$ref)}.` : "";
  const [, ...others] = Object.entries(media?.examples ?? {});
  return blocks(
    `## Response ${statusName(status)} {#status-${status}}`,
    `${response.description.trim()} ${schema}`.trim(),
    inferredNote(response["x-inferred"]),
    fieldList(fieldsOf(document, media?.schema), `response-${status}`, RESPONSE),
    ...others.map(([key, example]) => exampleBlock(document, key, example)),
    headerSection(document, status, response),
  );
}

function headerSection(document: Document, status: string, response: Response): string {
  const headers = responseHeaders(document, response);
  if (headers.length === 0) return "";
  const fields = fieldList(headers, `status-${status}`, RESPONSE);
  return `::: details Response headers {#status-${status}-headers}\n\n${fields}\n\n:::`;
}
