import type { Body, ExchangeRequest, HeaderPair } from "@ittybit/contract";
import type { APIRequestContext, APIResponse, Request } from "@playwright/test";
import type { LiveExchange } from "../live-checker.js";
import { withoutCoding } from "./page-exchange.js";

type Options = NonNullable<Parameters<APIRequestContext["fetch"]>[1]>;

const methods = ["delete", "fetch", "get", "head", "patch", "post", "put"] as const;

/** Wraps a request context so that each exchange is reported before its response is returned. */
export function observeRequests(
  context: APIRequestContext,
  onExchange: (exchange: LiveExchange) => Promise<void>,
): APIRequestContext {
  return new Proxy(context, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      const method = methods.find((candidate) => candidate === name);
      if (method === undefined) return value.bind(target);
      return async (requested: string | Request, options: Options = {}) => {
        const response: APIResponse = await value.call(target, requested, options);
        const verb = method === "fetch" ? {} : { method: method.toUpperCase() };
        await onExchange(await readApiExchange(requested, { ...options, ...verb }, response));
        return response;
      };
    },
  });
}

async function readApiExchange(
  requested: string | Request,
  options: Options,
  response: APIResponse,
): Promise<LiveExchange> {
  const headers = response.headersArray().map(({ name, value }): HeaderPair => [name, value]);
  const body = await response.body().then(
    (bytes) => new Uint8Array(bytes),
    () => undefined,
  );
  const isEmpty = body?.length === 0;
  return {
    request: await readRequest(requested, options, response.url()),
    response: {
      status: response.status(),
      headers: withoutCoding(headers),
      body: isEmpty ? null : body,
    },
    // Playwright does not show the headers that a project sets for every request.
    mayLackCredentials: true,
  };
}

/** @param url the URL of the response, which differs from the requested one after redirects */
async function readRequest(
  requested: string | Request,
  options: Options,
  url: string,
): Promise<ExchangeRequest> {
  const given = typeof requested === "string" ? null : requested;
  const method = options.method ?? given?.method() ?? "GET";
  const headers: HeaderPair[] = Object.entries(options.headers ?? given?.headers() ?? {});
  const { body, type } = await readBody(options, given, headers);
  const hasType = type === null || headers.some(([name]) => name.toLowerCase() === "content-type");
  return { method, url, headers: hasType ? headers : [...headers, ["content-type", type]], body };
}

interface SentBody {
  readonly body: Body;
  /** Media type that Playwright derives from the options; null for none. */
  readonly type: string | null;
}

/** Encodes the body as Playwright does. */
async function readBody(
  { data, form, multipart }: Options,
  given: Request | null,
  headers: readonly HeaderPair[],
): Promise<SentBody> {
  if (form !== undefined) return encodeForm(form);
  if (multipart !== undefined) return readMultipart(multipart);
  if (data === undefined) return { body: toBytes(given?.postDataBuffer() ?? null), type: null };
  if (data instanceof Uint8Array) return { body: toBytes(data), type: "application/octet-stream" };
  const isJson = headers.some(
    ([name, value]) => name.toLowerCase() === "content-type" && /\bjson\b/.test(value),
  );
  if (typeof data === "string" && (!isJson || isJsonText(data)))
    return { body: new TextEncoder().encode(data), type: "application/octet-stream" };
  return { body: new TextEncoder().encode(JSON.stringify(data)), type: "application/json" };
}

/** Copies the bytes into this realm. */
const toBytes = (bytes: Uint8Array | null): Body => (bytes === null ? null : new Uint8Array(bytes));

function encodeForm(form: NonNullable<Options["form"]>): SentBody {
  const pairs = form instanceof FormData ? [...form] : Object.entries(form);
  const text = new URLSearchParams(
    pairs.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return { body: new TextEncoder().encode(text), type: "application/x-www-form-urlencoded" };
}

/** Streams are consumed by now: a body with one is not recorded. */
async function readMultipart(fields: NonNullable<Options["multipart"]>): Promise<SentBody> {
  const form = fields instanceof FormData ? fields : toForm(fields);
  if (form === null) return { body: undefined, type: "multipart/form-data; boundary=unknown" };
  const made = new Response(form);
  return { body: new Uint8Array(await made.arrayBuffer()), type: made.headers.get("content-type") };
}

function toForm(fields: Exclude<NonNullable<Options["multipart"]>, FormData>): FormData | null {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== "object") form.append(name, String(value));
    else if (!("buffer" in value)) return null;
    else form.append(name, new File([new Uint8Array(value.buffer)], value.name, { type: value.mimeType }));
  }
  return form;
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
