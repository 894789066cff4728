import {
  type Document,
  type Encoding,
  type MediaType,
  type Operation,
  type Parameter,
  type RequestBody,
  type Response,
  resolve,
  type Schema,
} from "../document/document.js";
import { isWhole, markOf } from "../document/inferred-mark.js";
import { type ListedOperation, operationList, serverName } from "../document/operation-list.js";
import { bodySchemas, flatten, property, propertyNames } from "../document/schema-shape.js";
import { type OperationResource, operationResources } from "./method-names.js";

/** One row of the operation table, by operationId: plain data of the shape that operation-type.ts describes. */
export function operationTable(document: Document): Record<string, object> {
  const resources = operationResources(document);
  return Object.fromEntries(
    operationList(document).map((listed) => {
      const { operationId } = listed.operation;
      return [operationId, row(document, listed, resources.get(operationId))];
    }),
  );
}

function row(document: Document, listed: ListedOperation, resource: OperationResource | undefined): object {
  const { operation, parameters } = listed;
  return {
    operationId: operation.operationId,
    method: listed.method,
    path: listed.path,
    server: serverName(listed.server),
    ...resource,
    tag: operation.tags?.[0] ?? null,
    beta: operation["x-beta"] ?? false,
    inferred: markOf(operation["x-inferred"])?.why ?? null,
    parameters: parameters.map((parameter) => parameterRow(document, parameter, wholeReason(operation))),
    request: operation.requestBody
      ? requestRow(document, resolve<RequestBody>(document, operation.requestBody))
      : null,
    responses: responseRows(document, listed),
    paging: paging(document, listed),
  };
}

function parameterRow(document: Document, parameter: Parameter, inferred: string | undefined): object {
  const style =
    parameter.style ?? (parameter.in === "query" || parameter.in === "cookie" ? "form" : "simple");
  return {
    name: parameter.name,
    in: parameter.in,
    required: parameter.required ?? false,
    style,
    explode: parameter.explode ?? style === "form",
    inferred: markOf(parameter["x-inferred"])?.why ?? inferred ?? null,
    ...constraints(flatten(document, parameter.schema)),
  };
}

/** Why an operation is inferred as a whole; then so is everything below it. */
function wholeReason({ "x-inferred": value }: Operation): string | undefined {
  const mark = markOf(value);
  return isWhole(mark) ? mark?.why : undefined;
}

/** The keywords that a caller can check, or a form can show, without a validator. */
const constraints = (schema: Schema): object => ({
  type: schema.type,
  format: schema.format,
  enum: schema.enum,
  default: schema.default,
  minimum: schema.minimum,
  maximum: schema.maximum,
  minLength: schema.minLength,
  maxLength: schema.maxLength,
  pattern: schema.pattern,
});

const requestRow = (document: Document, { required = false, content }: RequestBody): object => ({
  required,
  content: Object.fromEntries(
    Object.entries(content).map(([mediaType, media]) => [mediaType, mediaTypeRow(document, media)]),
  ),
});

function mediaTypeRow(document: Document, { schema, encoding = {} }: MediaType): object {
  const bodies = bodySchemas(document, schema);
  return {
    fields: propertyNames([flatten(document, schema), ...bodies]).map((name) =>
      fieldRow(document, name, bodies, encoding[name]),
    ),
    alternatives: bodies.length > 1 ? bodies.map(({ required }) => required ?? []) : [],
  };
}

function fieldRow(
  document: Document,
  name: string,
  bodies: readonly Schema[],
  encoding: Encoding = {},
): object {
  const [schema = {}] = bodies.flatMap((body) => property(document, body, name) ?? []);
  return {
    name,
    required: bodies.every((body) => body.required?.includes(name)),
    readOnly: schema.readOnly ?? false,
    contentTypes: encoding.contentType?.split(/\s*,\s*/) ?? [],
    style: encoding.style,
    explode: encoding.explode,
    ...constraints(schema),
  };
}

const responseRows = (document: Document, { operation }: ListedOperation): object =>
  Object.fromEntries(
    Object.entries(operation.responses ?? {}).map(([status, entry]) => {
      const response = resolve<Response>(document, entry as Response);
      const inferred = markOf(response["x-inferred"])?.why ?? wholeReason(operation) ?? null;
      const mediaTypes = Object.keys(response.content ?? {});
      return [status, { mediaTypes, headers: Object.keys(response.headers ?? {}), inferred }];
    }),
  );

/**
 * A list is paged when its success response links to a next page. Its paging parameters are those that the
 * response repeats in `meta`.
 */
function paging(document: Document, { operation, parameters }: ListedOperation): object | null {
  const envelope = successSchema(document, operation.responses ?? {});
  const links = property(document, envelope, "links");
  if (!links?.properties || !Object.hasOwn(links.properties, "next")) return null;
  const meta = property(document, envelope, "meta")?.properties ?? {};
  const names = parameters.filter(({ in: place, name }) => place === "query" && Object.hasOwn(meta, name));
  return { parameters: names.map(({ name }) => name), next: "/links/next" };
}

function successSchema(document: Document, responses: object): Schema {
  const success = Object.entries(responses).find(([status]) => /^2(\d\d|XX)$/.test(status))?.[1];
  const content = success ? (resolve<Response>(document, success).content ?? {}) : {};
  return flatten(document, content["application/json"]?.schema);
}
