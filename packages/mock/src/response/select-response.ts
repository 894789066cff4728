import { responseForStatus } from "@ittybit/contract";
import type { MockContext } from "../context.js";
import type { DocumentedResponse, Example } from "../document/documented-responses.js";
import { negotiate } from "../http/negotiate.js";
import { STATUS_CODES } from "../http/status-text.js";
import type { ValidCall } from "../request/validate-request.js";
import { echoCreation, echoUpdate, exampleForCreation } from "./echo-request.js";
import { isListPage, type ListPage, selectPage } from "./list-page.js";
import { findResource, isResource, type Resource, tombstoneOf } from "./resource.js";

/** The response to a valid call, before it is rendered. */
export type Selection =
  | {
      readonly kind: "value";
      readonly status: number;
      readonly response: DocumentedResponse;
      readonly mediaType: string;
      readonly value: unknown;
    }
  | {
      readonly kind: "generate";
      readonly status: number;
      readonly response: DocumentedResponse;
      readonly mediaType: string;
    }
  | { readonly kind: "empty"; readonly status: number; readonly response: DocumentedResponse };

/** Why there is no response to select. */
export type SelectionFailure =
  | {
      readonly kind: "not-found";
      readonly id: string;
      readonly parameter: string;
      readonly message: string;
    }
  | { readonly kind: "not-acceptable"; readonly offered: readonly string[] };

/** Selects the response that the caller prefers, or else the example that suits the request best. */
export function selectResponse(context: MockContext, call: ValidCall): Selection | SelectionFailure {
  const { match, preference, accept } = call;
  const responses = context.documentedResponses(match.operation);
  const status = preference.code ?? successStatus(responses);
  const response = responseForStatus(responses, status);
  if (response === undefined || response.contents.length === 0 || BODILESS.includes(status)) {
    const undocumented = { status: String(status), headers: [], contents: [] };
    return { kind: "empty", status, response: response ?? undocumented };
  }
  const offered = response.contents.map(({ mediaType }) => mediaType);
  const mediaType = negotiate(accept, offered);
  if (mediaType === null) return { kind: "not-acceptable", offered };
  const examples = response.contents.find((content) => content.mediaType === mediaType)?.examples ?? [];
  if (preference.dynamic || examples.length === 0) return { kind: "generate", status, response, mediaType };
  // the example of default is for one status; a rejection that it stands for has a code and message of its own
  const isRejection = response.status === "default" && status >= 400 && status < 500;
  if (isRejection && context.problemEnvelope.isDocumented && preference.example === undefined) {
    const value = context.problemEnvelope.wrap({
      status,
      message: `${STATUS_CODES[status] ?? "Rejected"}.`,
      details: [],
    });
    return { kind: "value", status, response, mediaType, value };
  }
  const value = selectValue(context, call, status, examples);
  if (value === NO_EXAMPLE) return notFound(call);
  return { kind: "value", status, response, mediaType, value };
}

/** Statuses whose responses have no body, even if the document shows one (RFC 9110, 15.3.5, 15.3.6 and 15.4.5). */
const BODILESS = [204, 205, 304];

/** No example has the id in the path. `null` can be the value of an example. */
const NO_EXAMPLE = Symbol("no example");

/** The lowest documented success status. */
export function successStatus(responses: readonly DocumentedResponse[]): number {
  const [first] = responses
    .map(({ status }) => status)
    .filter((status) => /^2/.test(status))
    .sort();
  const isDefaultOnly = first === undefined && responses.some(({ status }) => status === "default");
  return (
    Number((first ?? (isDefaultOnly ? "200" : (responses[0]?.status ?? ""))).replace(/XX$/i, "00")) || 200
  );
}

/** The value to respond with; `NO_EXAMPLE` if no example has the id in the path. */
function selectValue(
  context: MockContext,
  call: ValidCall,
  status: number,
  examples: readonly Example[],
): unknown {
  const { preference, report } = call;
  const values = examples.map(({ value }) => value);
  if (preference.example !== undefined) {
    return examples.find(({ name }) => name === preference.example)?.value;
  }
  if (status >= 300) return values[0];
  const pages = values.filter(isListPage);
  if (pages.length > 0) return selectPage(pages as [ListPage, ...ListPage[]], report.parameters.query);
  const resources = values.filter(isResource);
  if (resources.length === 0) return values[0];
  const [id] = Object.values(report.parameters.path);
  if (id === undefined) return createdResource(resources, call);
  const resource = selectResource(context, call, resources, String(id));
  return resource ?? (preference.code === undefined ? NO_EXAMPLE : values[0]);
}

function createdResource(resources: readonly Resource[], { match, report }: ValidCall): unknown {
  if (match.operation.body === null) return resources[0];
  const example = exampleForCreation(resources, report);
  return example && echoCreation(example, report);
}

/** The resource with an id, as it is read, updated or deleted; null if no example has the id. */
function selectResource(
  context: MockContext,
  { match, report }: ValidCall,
  resources: readonly Resource[],
  id: string,
): Resource | null {
  const { operation } = match;
  const readable = readableResources(context, operation.path);
  const resource = findResource([...readable, ...resources], context.listItems, id);
  if (resource === null) return null;
  if (operation.method === "DELETE") return tombstoneOf(resources[0] as Resource, resource);
  return operation.body === null ? resource : echoUpdate(resource, report);
}

/** The examples of the GET operation of a path. */
function readableResources({ contract, documentedResponses }: MockContext, path: string): Resource[] {
  const reader = contract.operations.find((one) => one.method === "GET" && one.path === path);
  const response = reader && responseForStatus(documentedResponses(reader), 200);
  const contents = response?.contents ?? [];
  return contents.flatMap(({ examples }) => examples.map(({ value }) => value)).filter(isResource);
}

function notFound({ report }: ValidCall): SelectionFailure {
  const [[parameter, id] = ["", ""]] = Object.entries(report.parameters.path);
  return { kind: "not-found", id: String(id), parameter, message: `No example has the ${parameter} ${id}.` };
}
