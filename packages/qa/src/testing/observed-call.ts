import { type Body, type ExchangeRequest, type HeaderPair, headerValues } from "@ittybit/contract";
import { readBounded } from "./read-bounded.js";
import { chunksOf, isStream, teeStream } from "./stream-tee.js";

/**
 * Any function that sends requests like `fetch`.
 *
 * @example
 * ```ts
 * import { type Fetch, withContract } from "@ittybit/qa";
 *
 * const logged: Fetch = (input, init) => {
 *   console.log(String(input));
 *   return fetch(input, init);
 * };
 * export const checked = withContract(logged);
 * ```
 */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

type Call = Parameters<Fetch>;

/** A call of `fetch`: the arguments to send it with, and a copy of the request for the contract. */
export interface ObservedCall {
  readonly fetchArguments: Call;
  /** A body that is a stream must be read while the call is sent. */
  readonly request: Promise<ExchangeRequest>;
  /** Nobody reads the copy any more: send the body without copying it. */
  stopObserving(): void;
  /** The response is complete: what has not been sent by now never will be. */
  settle(): void;
}

/** Forms and files up to this size are read into memory; larger ones are read a second time from their source. */
const SMALL_BODY_BYTES = 1024 * 1024;

const noop = () => undefined;

const NO_STREAM = { stopObserving: noop, settle: noop };

/** Method and URL of a call. */
export function targetOf(...[input, init]: Call): Pick<ExchangeRequest, "method" | "url"> {
  const request = asRequest(input);
  return { method: init?.method ?? request?.method ?? "GET", url: absolute(request?.url ?? String(input)) };
}

/** Reads a call without sending it, and without holding an upload in memory. */
export function observeCall(...call: Call): ObservedCall {
  const [input, init = {}] = call;
  const headers: HeaderPair[] = [...new Headers(init.headers ?? asRequest(input)?.headers ?? [])];
  const head = { ...targetOf(...call), headers };
  if (isStream(init.body)) return observeStream(head, input, { ...init, body: init.body });
  if (init.body !== undefined && init.body !== null) {
    return { ...NO_STREAM, fetchArguments: call, request: withRepeatableBody(head, init.body) };
  }
  const body = asRequest(input)?.body;
  return body
    ? observeRequest(head, call)
    : { ...NO_STREAM, fetchArguments: call, request: withBody(head, null) };
}

type RequestHead = Omit<ExchangeRequest, "body">;

const withBody = async (head: RequestHead, body: Body): Promise<ExchangeRequest> => ({ ...head, body });

function observeStream(
  head: RequestHead,
  input: Call[0],
  init: RequestInit & { body: ReadableStream<Uint8Array> },
): ObservedCall {
  const announced = headerValues(head.headers, "content-length")[0];
  const { forwarded, observed, stopObserving, settle } = teeStream(
    init.body,
    announced ? Number(announced) : null,
  );
  const streamed: RequestInit = { ...init, body: forwarded };
  return { stopObserving, settle, fetchArguments: [input, streamed], request: withBody(head, observed) };
}

/** Keeps a bounded copy: replacing the stream of a `Request` would change how it is framed. */
function observeRequest(head: RequestHead, call: Call): ObservedCall {
  let settle = noop as () => void;
  const ended = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const copy = (call[0] as Request).clone().body as ReadableStream<Uint8Array>;
  const request = readBounded(copy, { ended }).then((body) => ({ ...head, body }));
  return { stopObserving: noop, settle, fetchArguments: call, request };
}

/** Reads a body that can be read again, with the media type that `fetch` derives from it. */
async function withRepeatableBody(
  head: RequestHead,
  given: NonNullable<RequestInit["body"]>,
): Promise<ExchangeRequest> {
  // Read it now: the caller may change it once the call is sent.
  const copy = new Response(given);
  const type = copy.headers.get("content-type");
  const hasType = type === null || headerValues(head.headers, "content-type").length > 0;
  const headers: HeaderPair[] = hasType ? [...head.headers] : [...head.headers, ["content-type", type]];
  const isSmall = (sizeOf(given) ?? Number.POSITIVE_INFINITY) <= SMALL_BODY_BYTES;
  const body = isSmall ? new Uint8Array(await copy.arrayBuffer()) : copy.body && chunksOf(copy.body);
  return { ...head, headers, body };
}

/** Approximate size of a body in bytes, 0 for one that is in memory anyway; null if unknown. */
function sizeOf(body: NonNullable<RequestInit["body"]>): number | null {
  if (typeof body === "string") return body.length;
  if (body instanceof URLSearchParams) return 0;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return 0;
  if (body instanceof Blob) return body.size;
  if (!(body instanceof FormData)) return null;
  return [...body.values()].reduce(
    (size, value) => size + (typeof value === "string" ? value.length : value.size),
    0,
  );
}

/** Recognises a `Request` of any realm or library. */
function asRequest(input: Call[0]): Request | null {
  return typeof input === "object" && "method" in input && "url" in input ? input : null;
}

/** Resolves a relative URL against that of the page, if there is one. */
function absolute(url: string): string {
  const { location } = globalThis as { location?: { href: string } };
  return URL.canParse(url, location?.href) ? new URL(url, location?.href).href : url;
}
