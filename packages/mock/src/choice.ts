import type { PlanOperation, RequestReport } from "@ittybit/contract";
import { negotiate } from "./accept.js";
import { type DocumentedResponse, type Example, responseOf } from "./catalogue.js";
import type { Kitchen } from "./kitchen.js";
import { isPage, type Page, turnTo } from "./listing.js";
import type { Preference } from "./prefer.js";
import { findResource, isResource, type Resource, tombstoneOf } from "./resource.js";
import { created, creationFor, updated } from "./sent.js";

/** What a request is answered with, before it is written as bytes. */
export type Choice =
  | {
      readonly kind: "value";
      readonly status: number;
      readonly response: DocumentedResponse;
      readonly mediaType: string;
      readonly value: unknown;
    }
  | {
      readonly kind: "make-up";
      readonly status: number;
      readonly response: DocumentedResponse;
      readonly mediaType: string;
    }
  | { readonly kind: "empty"; readonly status: number; readonly response: DocumentedResponse }
  | { readonly kind: "not-found"; readonly id: string; readonly parameter: string }
  | { readonly kind: "not-acceptable"; readonly offered: readonly string[] };

/** A valid request and what its caller prefers. */
export interface Asked {
  readonly operation: PlanOperation;
  readonly report: RequestReport;
  readonly accept: string | undefined;
  readonly preference: Preference;
}

/** Chooses the answer: the preferred one, or the example that suits the request best. */
export function choose(kitchen: Kitchen, asked: Asked): Choice {
  const { operation, preference, accept } = asked;
  const responses = kitchen.catalogue(operation);
  const status = preference.code ?? successOf(responses);
  const response = responseOf(responses, status);
  if (response === undefined || response.contents.length === 0) {
    return {
      kind: "empty",
      status,
      response: response ?? { status: String(status), headers: [], contents: [] },
    };
  }
  const offered = response.contents.map(({ mediaType }) => mediaType);
  const mediaType = negotiate(accept, offered);
  if (mediaType === null) return { kind: "not-acceptable", offered };
  const examples = response.contents.find((content) => content.mediaType === mediaType)?.examples ?? [];
  if (preference.dynamic || examples.length === 0) return { kind: "make-up", status, response, mediaType };
  const value = chooseValue(kitchen, asked, status, examples);
  if (value === null) return notFound(asked);
  return { kind: "value", status, response, mediaType, value };
}

function successOf(responses: readonly DocumentedResponse[]): number {
  const [first] = responses
    .map(({ status }) => status)
    .filter((status) => /^2/.test(status))
    .sort();
  return first === undefined ? Number(responses[0]?.status) || 200 : Number(first.replace(/XX$/i, "00"));
}

/** The value to answer with; null where the id in the path is none that an example has. */
function chooseValue(
  kitchen: Kitchen,
  asked: Asked,
  status: number,
  examples: readonly [Example, ...Example[]] | readonly Example[],
): unknown {
  const { preference, report } = asked;
  const values = examples.map(({ value }) => value);
  if (preference.example !== undefined) {
    return examples.find(({ name }) => name === preference.example)?.value;
  }
  if (status >= 300) return values[0];
  const pages = values.filter(isPage);
  if (pages.length > 0) return turnTo(pages as [Page, ...Page[]], report.parameters.query);
  const resources = values.filter(isResource);
  if (resources.length === 0) return values[0];
  const [id] = Object.values(report.parameters.path);
  if (id === undefined) return answerCreation(resources, asked);
  return (
    answerResource(kitchen, asked, resources, String(id)) ??
    (preference.code === undefined ? null : values[0])
  );
}

function answerCreation(resources: readonly Resource[], { operation, report }: Asked): unknown {
  if (operation.body === null) return resources[0];
  const example = creationFor(resources, report);
  return example && created(example, report);
}

function answerResource(
  kitchen: Kitchen,
  { operation, report }: Asked,
  resources: readonly Resource[],
  id: string,
): unknown {
  const reader = kitchen.contract.operations.find(
    ({ method, path }) => method === "GET" && path === operation.path,
  );
  const read = reader && responseOf(kitchen.catalogue(reader), 200);
  const readable = (read?.contents ?? []).flatMap(({ examples }) => examples.map(({ value }) => value));
  const known = readable.filter(isResource);
  const resource = findResource([...known, ...resources], kitchen.items, id);
  if (resource === null) return null;
  if (operation.method === "DELETE") return tombstoneOf(resources[0] as Resource, resource);
  return operation.body === null ? resource : updated(resource, report);
}

function notFound({ report }: Asked): Choice {
  const [[parameter, id] = ["", ""]] = Object.entries(report.parameters.path);
  return { kind: "not-found", id: String(id), parameter };
}
