import { type OperationId, readRoutes, servers, writeRoutes } from "@ittybit/openapi";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };

const routes = { ...readRoutes, ...writeRoutes };

/** A documented error status, or a fault that a network or a proxy causes. */
export type Fault = number | "network" | "never" | "empty" | "html" | "cut";

/** One request of a test. */
export interface TestRequest {
  readonly operationId: OperationId;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** As `fetch` received it. */
  readonly body: unknown;
}

/** A `fetch` in memory that returns the examples of the contract. */
export interface TestFetch {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** Every request so far. */
  readonly requests: readonly TestRequest[];
  /** Makes the next calls of an operation fail, one after the other; later calls succeed again. */
  fail(operationId: OperationId, ...faults: readonly Fault[]): void;
}

/**
 * Creates a `fetch` for the `fetch` option of a client. It returns the example that matches the request by the id in
 * its path or by its whole URL, otherwise the first one, and 404 for an id without an example.
 *
 * @example
 * ```ts
 * import { createClient } from "@ittybit/client";
 * import { createTestFetch } from "@ittybit/client/testing";
 *
 * const fetch = createTestFetch();
 * const ittybit = createClient({ apiKey: "test", fetch, retry: 0 });
 * fetch.fail("getMedia", 503);
 * const result = await ittybit.media.get("vJ3kq9ZtWm2d");
 * console.log(result.status, fetch.requests.length);
 * ```
 */
export function createTestFetch(): TestFetch {
  const requests: TestRequest[] = [];
  const faults = new Map<OperationId, Fault[]>();
  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = init.method ?? (input instanceof Request ? input.method : "GET");
    init.signal?.throwIfAborted();
    const { operationId, id } = match(method, url);
    await consume(init.body);
    requests.push({
      operationId,
      method,
      url: url.href,
      headers: new Headers(init.headers),
      body: init.body,
    });
    const fault = faults.get(operationId)?.shift();
    return typeof fault === "string"
      ? faultResponse(fault, init.signal ?? undefined)
      : exampleResponse(operationId, url, id, fault);
  };
  return Object.assign(fetch, {
    requests,
    fail: (operationId: OperationId, ...more: Fault[]) =>
      void faults.set(operationId, [...(faults.get(operationId) ?? []), ...more]),
  });
}

/** Reads a stream to its end, as a network would, so that progress and sources work. */
const consume = async (body: unknown): Promise<unknown> =>
  body instanceof ReadableStream ? new Response(body).arrayBuffer() : undefined;

function match(method: string, { pathname }: URL): { operationId: OperationId; id: string | undefined } {
  for (const [operationId, route] of Object.entries(routes)) {
    const found = new RegExp(`${route.path.replace("{id}", "([^/]+)")}$`).exec(pathname);
    if (route.method === method && found) return { operationId: operationId as OperationId, id: found[1] };
  }
  throw new TypeError(`The contract has no ${method} ${pathname}.`);
}

function faultResponse(
  fault: Exclude<Fault, number>,
  signal: AbortSignal | undefined,
): Promise<Response> | Response {
  const json = { headers: { "Content-Type": "application/json" } };
  switch (fault) {
    case "network":
      throw new TypeError("fetch failed");
    case "never":
      return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    case "empty":
      return new Response("", { status: 500 });
    case "html":
      return new Response("<h1>Bad Gateway</h1>", { status: 502, headers: { "Content-Type": "text/html" } });
    case "cut":
      return new Response('{"meta":{"id"', json);
    default:
      return fault satisfies never;
  }
}

interface Envelope {
  readonly data?: { readonly id?: string };
  readonly links?: { readonly self: string };
}

function exampleResponse(
  operationId: OperationId,
  url: URL,
  id: string | undefined,
  fault: number | undefined,
): Response {
  const { method, path } = routes[operationId];
  const { responses } = at<{ responses: Record<string, object> }>(["paths", path, method.toLowerCase()]);
  const success = Object.keys(responses).find((status) => status.startsWith("2")) ?? "200";
  const all = examples(responses, String(fault ?? success));
  const known = (envelope: Envelope) => envelope.data?.id === id;
  if (fault === undefined && id !== undefined && !allIds().has(decodeURIComponent(id)))
    return exampleResponse(operationId, url, id, 404);
  const self = servers.api + url.pathname + url.search;
  const example = all.find((each) => (id ? known(each) : each.links?.self === self)) ?? all[0];
  const text = JSON.stringify(example).replaceAll(servers.api, url.origin);
  return new Response(text, {
    status: fault ?? Number(success),
    headers: { "Content-Type": "application/json" },
  });
}

/** The examples of a status, or those of `default` for a status that is not listed. */
function examples(responses: Record<string, object>, status: string): Envelope[] {
  const response = resolved<{ content: { "application/json": { examples: object } } }>(
    responses[status] ?? responses.default,
  );
  return Object.values(response.content["application/json"].examples).map(
    (each) => resolved<{ value: Envelope }>(each).value,
  );
}

const allIds = (): Set<string | undefined> =>
  new Set(Object.values(document.components.examples).map(({ value }) => (value as Envelope).data?.id));

function resolved<T>(node: unknown): T {
  const { $ref } = node as { $ref?: string };
  return $ref === undefined ? (node as T) : at<T>($ref.slice(2).split("/"));
}

const at = <T>(keys: readonly string[]): T =>
  keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document) as T;
