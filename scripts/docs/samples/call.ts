import { type Document, type Example, type RequestBody, resolve } from "../../generate/document/document.js";
import type { ListedOperation } from "../../generate/document/operation-list.js";
import { operationResources } from "../../generate/operations/method-names.js";
import { formPairs } from "../operation/form-pairs.js";

/** A file that a sample uploads. */
interface SampleFile {
  /** Name of the part. */
  readonly part: string;
  /** Name of a file in the folder where the sample runs. */
  readonly name: string;
  readonly mediaType: string;
}

/** One call as the contract's examples show it. */
export interface Call {
  readonly operationId: string;
  /** How the client names the operation: `media.sources.list`. */
  readonly clientName: string;
  readonly method: string;
  /** Base URL without a slash at its end. */
  readonly base: string;
  /** Path template: `/media/{id}`. */
  readonly template: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | number>>;
  readonly encoding: "none" | "multipart" | "form";
  readonly file: SampleFile | undefined;
  /** The body without its file. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** The call that the samples of an operation make: the first example of the body, and the query parameter that most callers
 * set. */
export function callOf(
  document: Document,
  { operation, method, path, server, parameters }: ListedOperation,
): Call {
  const query = parameters.filter(({ in: place, name }) => place === "query" && name === "limit");
  const ids = parameters.filter(({ in: place }) => place === "path");
  const [mediaType, media] = requestMedia(document, operation.requestBody);
  const [example] = Object.values(media?.examples ?? {});
  const body =
    example === undefined ? {} : (resolve<Example>(document, example).value as Record<string, unknown>);
  const { file, ...rest } = body;
  const { resource, verb } = operationResources(document).get(operation.operationId) ?? {};
  return {
    operationId: operation.operationId,
    clientName: `${resource}.${verb}`,
    method,
    base: server.url,
    template: path,
    pathParameters: Object.fromEntries(ids.map((p) => [p.name, String(exampleOf(document, p))])),
    query: Object.fromEntries(query.map((p) => [p.name, exampleOf(document, p) as number])),
    encoding: encodingOf(mediaType),
    file: typeof file === "string" ? fileOf(file) : undefined,
    body: rest,
  };
}

function requestMedia(document: Document, node: ListedOperation["operation"]["requestBody"]) {
  const content = node === undefined ? {} : resolve<RequestBody>(document, node).content;
  return Object.entries(content)[0] ?? ([undefined, undefined] as const);
}

function encodingOf(mediaType: string | undefined): Call["encoding"] {
  if (mediaType === undefined) return "none";
  return mediaType === "multipart/form-data" ? "multipart" : "form";
}

function exampleOf(document: Document, parameter: ListedOperation["parameters"][number]): unknown {
  const [first] = Object.values(parameter.examples ?? {});
  return parameter.example ?? (first && resolve<Example>(document, first).value);
}

const mediaTypes: Record<string, string> = {
  mp4: "video/mp4",
  mov: "video/quicktime",
  webm: "video/webm",
  jpg: "image/jpeg",
  png: "image/png",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
};

/** In the contract's examples a file is a text that ends in the name of the file. */
function fileOf(text: string): SampleFile {
  const name = text.match(/[\w-]+\.(\w+)\)?$/)?.[0].replace(/\)$/, "");
  const mediaType = name && mediaTypes[name.slice(name.lastIndexOf(".") + 1)];
  if (!name || !mediaType) throw new Error(`The example file ${text} names no file of a known format.`);
  return { part: "file", name, mediaType };
}

/** The URL of a call, with its path parameters and its query. */
export function urlOf({ base, template, pathParameters, query }: Call): string {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(pathParameters[name] ?? ""),
  );
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return `${base}${path}${search.size > 0 ? `?${search}` : ""}`;
}

/** The fields of a call's form besides its file. */
export const fieldsOfCall = ({ body }: Call): [name: string, text: string][] => formPairs(body);
