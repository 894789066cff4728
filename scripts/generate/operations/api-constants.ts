import { type Document, type RequestBody, type Response, resolve } from "../document/document.js";
import { operationList } from "../document/operation-list.js";

/** The request header that every operation takes and whose name ends in "Version"; null when there is none. */
export function versionHeader(document: Document): string | null {
  const [first, ...others] = operationList(document).map(({ parameters }) =>
    parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name),
  );
  const shared = (first ?? []).filter((name) => others.every((names) => names.includes(name)));
  return shared.find((name) => /version$/i.test(name)) ?? null;
}

interface SecurityScheme {
  type: string;
  scheme?: string;
  in?: string;
  name?: string;
}

/** A key that goes into a header. */
export interface Authentication {
  readonly scheme: string;
  readonly type: "http" | "apiKey";
  readonly header: string;
  readonly prefix: string;
}

/** How the document's first security requirement is met, for a scheme that is a key in a header; else null. */
export function authentication(document: Document): Authentication | null {
  const [scheme] = Object.keys(document.security?.[0] ?? {});
  const found = scheme === undefined ? undefined : document.components?.securitySchemes?.[scheme];
  if (scheme === undefined || found === undefined) return null;
  const { type, scheme: http, in: place, name } = resolve(document, found as SecurityScheme);
  if (type === "http" && http?.toLowerCase() === "bearer") {
    return { scheme, type, header: "Authorization", prefix: "Bearer " };
  }
  return type === "apiKey" && place === "header" && name !== undefined
    ? { scheme, type, header: name, prefix: "" }
    : null;
}

/** Every media type that a part of a multipart request may have, in order of appearance. */
export function uploadMediaTypes(document: Document): string[] {
  const bodies = operationList(document).flatMap(({ operation }) => operation.requestBody ?? []);
  const encodings = bodies
    .map((body) => resolve<RequestBody>(document, body).content["multipart/form-data"]?.encoding ?? {})
    .flatMap((encoding) => Object.values(encoding));
  const types = encodings.flatMap(({ contentType }) => contentType?.split(/\s*,\s*/) ?? []);
  return [...new Set(types.filter((type) => /^(audio|image|video)\//.test(type)))];
}

/** The statuses of every response that documents a Retry-After header (RFC 9110, 10.2.3), ascending. */
export function retryAfterStatuses(document: Document): number[] {
  const responses = operationList(document).flatMap(({ operation }) =>
    Object.entries(operation.responses ?? {}),
  );
  const statuses = responses
    .filter(
      ([status, response]) => /^\d{3}$/.test(status) && documentsRetryAfter(document, response as Response),
    )
    .map(([status]) => Number(status));
  return [...new Set(statuses)].sort((a, b) => a - b);
}

const documentsRetryAfter = (document: Document, response: Response): boolean =>
  Object.keys(resolve<Response>(document, response).headers ?? {}).some(
    (name) => name.toLowerCase() === "retry-after",
  );
