import { type Body, type ExchangeRequest, type HeaderPair, headerValues } from "@ittybit/contract";
import { readBounded } from "./read-bounded.js";
import { chunksOf, isStream, teeStream } from "./stream-tee.js";

/** Whatever sends requests as `fetch` does. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

type Call = Parameters<Fetch>;

/** A call of `fetch`: what to send it with, and what the contract sees of it. */
export interface ObservedCall {
  readonly fetchArguments: Call;
  /** Where a body is a stream, it must be read while the call is sent. */
  readonly request: Promise<ExchangeRequest>;
  /** Nobody reads the body any more: it is sent without being shown. */
  release(): void;
  /** The answer is complete: what has not been sent by now never will be. */
  settle(): void;
}

/** Forms and files up to this many bytes are read into memory; larger ones a second time from where they are. */
const SMALL_BODY_BYTES = 1024 * 1024;

const nothing = () => undefined;

/** Method and URL of a call. */
export function targetOf(...[input, init]: Call): Pick<ExchangeRequest, "method" | "url"> {
  const request = asRequest(input);
  return { method: init?.method ?? request?.method ?? "GET", url: absolute(request?.url ?? String(input)) };
}

/** Reads a call without sending it, and without holding an upload in memory. */
export function observeCall(...call: Call): ObservedCall {
  const [input, init = {}] = call;
  const headers: HeaderPair[] = [...new Headers(init.headers ?? asRequest(input)?.headers ?? [])];
  const sent = { ...targetOf(...call), headers };
  if (isStream(init.body)) return readStream(sent, input, { ...init, body: init.body });
  if (init.body !== undefined && init.body !== null) {
    return { ...NO_STREAM, fetchArguments: call, request: withRepeatableBody(sent, init.body) };
  }
  const body = asRequest(input)?.body;
  return body
    ? readRequest(sent, call)
    : { ...NO_STREAM, fetchArguments: call, request: resolved(sent, null) };
}

const NO_STREAM = { release: nothing, settle: nothing };

type Sent = Omit<ExchangeRequest, "body">;

const resolved = async (sent: Sent, body: Body): Promise<ExchangeRequest> => ({ ...sent, body });

function readStream(
  sent: Sent,
  input: Call[0],
  init: RequestInit & { body: ReadableStream<Uint8Array> },
): ObservedCall {
  const announced = headerValues(sent.headers, "content-length")[0];
  const {
    forwarded: passed,
    observed: seen,
    release,
    settle,
  } = teeStream(init.body, announced ? Number(announced) : null);
  const streamed: RequestInit = { ...init, body: passed };
  return { release, settle, fetchArguments: [input, streamed], request: resolved(sent, seen) };
}

/** The stream of a `Request` cannot be replaced without changing how it is framed: a copy of it is kept, up to a limit. */
function readRequest(sent: Sent, call: Call): ObservedCall {
  let settle = nothing as () => void;
  const ended = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const copy = (call[0] as Request).clone().body as ReadableStream<Uint8Array>;
  const request = readBounded(copy, { ended }).then((body) => ({ ...sent, body }));
  return { release: nothing, settle, fetchArguments: call, request };
}

/** A body that can be read again, with the media type that `fetch` derives from it. */
async function withRepeatableBody(
  sent: Sent,
  given: NonNullable<RequestInit["body"]>,
): Promise<ExchangeRequest> {
  // taken now: whoever calls may change it once the call is on its way
  const taken = new Response(given);
  const type = taken.headers.get("content-type");
  const isTold = type === null || headerValues(sent.headers, "content-type").length > 0;
  const headers: HeaderPair[] = isTold ? [...sent.headers] : [...sent.headers, ["content-type", type]];
  const isSmall = (sizeOf(given) ?? Number.POSITIVE_INFINITY) <= SMALL_BODY_BYTES;
  const body = isSmall ? new Uint8Array(await taken.arrayBuffer()) : taken.body && chunksOf(taken.body);
  return { ...sent, headers, body };
}

/** Bytes of a body, about; null where nobody knows. */
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

/** A `Request` of any realm or library. */
function asRequest(input: Call[0]): Request | null {
  return typeof input === "object" && "method" in input && "url" in input ? input : null;
}

/** A page resolves a relative URL against its own. */
function absolute(url: string): string {
  const { location } = globalThis as { location?: { href: string } };
  return URL.canParse(url, location?.href) ? new URL(url, location?.href).href : url;
}
