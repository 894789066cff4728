import { operations, servers } from "@ittybit/openapi";
import type { Media, operations as Operations } from "@ittybit/openapi/types";
import { type HttpHandler, HttpResponse, http } from "msw";
import { createMock, type Mock } from "./mock.js";
import type { MockOptions } from "./options.js";

export type { Media, operations } from "@ittybit/openapi/types";

/**
 * Options of a mock in MSW: those of a mock in process.
 *
 * @example
 * import type { MswOptions } from "@ittybit/mock/msw";
 *
 * export const options: MswOptions = { seed: "empty", processing: "2s" };
 */
export type MswOptions = Pick<
  MockOptions,
  | "apiKey"
  | "deterministic"
  | "latency"
  | "maxStorage"
  | "maxUpload"
  | "onNotice"
  | "onResponse"
  | "processing"
  | "scenario"
  | "seed"
  | "stateless"
  | "validateRequest"
>;

/** A mock in MSW. Its functions load the mock if no request has done so before. */
export interface MswMock {
  /** Handlers for both hosts of the API: `setupServer(...mock.handlers)`. */
  readonly handlers: HttpHandler[];
  /** Replaces everything that was created, changed and deleted with the seed, and sets the clock back. */
  reset(): Promise<void>;
  /** Moves the clock forward: `"10s"`, or milliseconds. Processing that is due by then ends. */
  advance(duration: string | number): Promise<void>;
  /**
   * Puts rules behind an app that is not changed for it: a scenario by its name, or rules. Returns a function that
   * removes them.
   */
  scenario(rules: Parameters<Mock["scenario"]>[0]): Promise<() => void>;
  /** Every Media, including deleted ones, in the order of creation. */
  state(): Promise<Media[]>;
}

/**
 * Creates a stateful mock for MSW 2, in Node, in a browser or in Storybook. It responds to requests to the hosts of the
 * API, and keeps uploaded files in memory in a browser.
 *
 * @example
 * import { createMswMock } from "@ittybit/mock/msw";
 * import { setupServer } from "msw/node";
 *
 * const mock = createMswMock({ seed: "empty" });
 * const server = setupServer(...mock.handlers);
 * server.listen();
 */
export function createMswMock(options: MswOptions = {}): MswMock {
  let created: Promise<Mock> | undefined;
  const mock = () => {
    created ??= createMock(options);
    return created;
  };
  const respond = async ({ request }: { readonly request: Request }) => (await mock()).fetch(request);
  return {
    handlers: Object.values(servers).map((server) => http.all(`${server}/*`, respond)),
    reset: async () => (await mock()).reset(),
    advance: async (duration) => (await mock()).advance(duration),
    scenario: async (rules) => (await mock()).scenario(rules),
    state: async () => (await mock()).state(),
  };
}

/** The operationId of an operation of the contract. */
export type OperationId = keyof Operations;

type Responses<Id extends OperationId> = Operations[Id]["responses"];
type Json<Response> = Response extends { content: { "application/json": infer Body } } ? Body : never;

/** A documented response of an operation: its status, and a body of the type that belongs to it. */
export type DocumentedResponse<Id extends OperationId> = {
  [Status in keyof Responses<Id>]: {
    readonly status: Status extends number ? Status : number;
    readonly body: Json<Responses<Id>[Status]>;
    readonly headers?: Readonly<Record<string, string>>;
  };
}[keyof Responses<Id>];

/** Selects a response for a request. The parameters are those of the path. */
export type Respond<Id extends OperationId> = (call: {
  readonly request: Request;
  readonly params: Readonly<Record<string, unknown>>;
}) => DocumentedResponse<Id> | Promise<DocumentedResponse<Id>>;

/**
 * Creates a handler that gives one operation a response of your own: `server.use(respondTo("getMedia", …))`. The mock
 * responds to all others.
 *
 * @param options `once` for the next request only
 * @example
 * import { createMswMock, respondTo } from "@ittybit/mock/msw";
 * import { setupServer } from "msw/node";
 *
 * const server = setupServer(...createMswMock().handlers);
 * const meta = { id: "req_1", status: 503, version: "2024-03-21", type: "error" } as const;
 * const error = { code: "service_unavailable", message: "Try again later.", details: [] };
 * server.use(respondTo("listMedia", { status: 503, body: { meta, error } }, { once: true }));
 */
export function respondTo<Id extends OperationId>(
  operationId: Id,
  response: DocumentedResponse<Id> | Respond<Id>,
  options?: { readonly once?: boolean },
): HttpHandler {
  const { method, path, server } = operations[operationId];
  const url = servers[server] + path.replaceAll(/\{(\w+)\}/g, ":$1");
  const handle = http[method.toLowerCase() as "get" | "post" | "patch" | "delete"];
  return handle(
    url,
    async ({ request, params }) => {
      const { status, body, headers } =
        typeof response === "function" ? await response({ request, params }) : response;
      return HttpResponse.json(body as object, { status, headers: { ...headers } });
    },
    options ?? {},
  );
}
