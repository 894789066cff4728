import { createInstance, resetJSONSchemaGenerator } from "@stoplight/prism-http";
import type { Operation } from "./document.js";
import { type Header, headerValue, type MockRequest } from "./message.js";
import type { Preference } from "./prefer.js";

/** An answer before it is written as bytes, or why there is none. */
export type Rendering =
  | {
      readonly kind: "rendered";
      readonly status: number;
      readonly headers: readonly Header[];
      readonly body: unknown;
    }
  | { readonly kind: "unrendered"; readonly status: number; readonly message: string };

/** Chooses and renders an operation's answer. */
export type Renderer = (
  operation: Operation,
  request: MockRequest,
  path: string,
  preference: Preference,
) => Promise<Rendering>;

/** Prism as the renderer: examples, or values made from the schema where the caller prefers `dynamic`. */
export function createRenderer(): Renderer {
  const prism = createInstance(configOf({ dynamic: false }), { logger: silent as never });
  let turn = 0;

  return async (operation, request, path, preference) => {
    const accept = headerValue(request.headers, "accept");
    const input = {
      method: operation.method as "get",
      url: { path },
      headers: accept === undefined ? {} : { accept },
    };
    const config = configOf({ seed: `${++turn}`, ...preference });
    const result = await prism.request(input, [operation], config)();
    resetJSONSchemaGenerator();
    if (result._tag === "Left") return unrendered(result.left);
    const { statusCode, headers, body } = result.right.output;
    return { kind: "rendered", status: statusCode, headers: headersOf(headers, operation, request), body };
  };
}

/** A new object each time: Prism writes the first request's Accept into the one that it is given. */
function configOf({ code, example, dynamic, seed }: Preference) {
  return {
    isProxy: false as const,
    checkSecurity: false,
    validateRequest: false,
    validateResponse: false,
    errors: false,
    upstreamProxy: undefined,
    mock: {
      dynamic,
      ...(code === undefined ? {} : { code }),
      ...(example === undefined ? {} : { exampleKey: example }),
      ...(seed === undefined ? {} : { seed }),
    },
  };
}

function unrendered(error: Error & { status?: number; detail?: string }): Rendering {
  return { kind: "unrendered", status: error.status ?? 500, message: error.detail ?? error.message };
}

/** A documented response header that repeats a documented request header carries what the caller sent. */
function headersOf(rendered: object | undefined, operation: Operation, request: MockRequest): Header[] {
  const sent = new Set((operation.request?.headers ?? []).map(({ name }) => name.toLowerCase()));
  return Object.entries(rendered ?? {}).flatMap(([name, value]): Header[] => {
    const echo = sent.has(name.toLowerCase()) ? headerValue(request.headers, name) : undefined;
    if (echo !== undefined) return [[name, echo]];
    return value === null || value === undefined ? [] : [[name, String(value)]];
  });
}

const silent = Object.fromEntries(
  ["trace", "debug", "info", "success", "warn", "error", "fatal", "start", "note"].map((level) => [
    level,
    () => undefined,
  ]),
) as Record<string, unknown>;
silent.child = () => silent;
