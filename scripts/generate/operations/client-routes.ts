import { type Document, type RequestBody, resolve } from "../document/document.js";
import { type ListedOperation, operationList, serverName } from "../document/operation-list.js";
import { flatten } from "../document/schema-shape.js";
import { operationTable } from "./operation-table.js";

/**
 * What it takes to send each operation and to refuse what it does not take, by operationId: the operation table
 * without all that is known about responses, names as keys, and what is not set left out.
 */
export const routes = (document: Document, includes: (method: string) => boolean = () => true): object => {
  const table = operationTable(document) as Record<string, Row>;
  const listed = operationList(document).filter(({ method }) => includes(method));
  return Object.fromEntries(
    listed.map((listed) => {
      const { operationId } = listed.operation;
      return [operationId, route(document, listed, table[operationId] as Row)];
    }),
  );
};

/** The routes of a client that only reads. */
export const readRoutes = (document: Document): object => routes(document, (method) => method === "GET");

/** All other routes. */
export const writeRoutes = (document: Document): object => routes(document, (method) => method !== "GET");

interface Row {
  readonly resource: string;
  readonly verb: string;
  readonly parameters: readonly (Field & { readonly in: string })[];
  readonly request: { readonly content: Readonly<Record<string, Content>> } | null;
}

interface Content {
  readonly fields: readonly Field[];
  readonly alternatives: readonly (readonly string[])[];
}

interface Field {
  readonly name: string;
  readonly contentTypes?: readonly string[];
  readonly [keyword: string]: unknown;
}

function route(document: Document, { method, path, server, operation }: ListedOperation, row: Row): object {
  const [[mediaType, content] = [null, undefined]] = Object.entries(row.request?.content ?? {});
  const place = (where: string) => row.parameters.filter((parameter) => parameter.in === where);
  const inPathOrder = place("path").sort((a, b) => path.indexOf(`{${a.name}}`) - path.indexOf(`{${b.name}}`));
  return {
    method,
    path,
    server: serverName(server),
    resource: row.resource,
    verb: row.verb,
    mediaType,
    params: { path: fieldsOf(inPathOrder), query: fieldsOf(place("query")) },
    fields: content && fieldsOf(content.fields),
    alternatives: content?.alternatives.length ? content.alternatives : undefined,
    minFields: mediaType === null ? undefined : minProperties(document, operation.requestBody, mediaType),
  };
}

const fieldsOf = (fields: readonly Field[]): object =>
  Object.fromEntries(fields.map((field) => [field.name, checks(field)]));

const CHECKED = ["required", "type", "enum", "minimum", "maximum", "minLength", "maxLength", "pattern"];

/** A field with media types is a file, of which nothing else can be checked. */
function checks({ contentTypes, ...field }: Field): object {
  if (contentTypes?.length) return { contentTypes };
  return Object.fromEntries(
    CHECKED.map((keyword) => [keyword, field[keyword] === false ? undefined : field[keyword]]),
  );
}

function minProperties(
  document: Document,
  body: ListedOperation["operation"]["requestBody"],
  mediaType: string,
): number | undefined {
  const content = body && resolve<RequestBody>(document, body).content;
  return flatten(document, content?.[mediaType]?.schema).minProperties;
}
