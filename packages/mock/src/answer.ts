import { readBody } from "./body.js";
import type { Operation } from "./document.js";
import type { Envelope } from "./envelope.js";
import { type Header, headerValue, type MockRequest, type MockResponse } from "./message.js";
import { readPreference } from "./prefer.js";
import { type Refusal, refusal } from "./refusal.js";
import type { Renderer } from "./rendering.js";
import type { Route, Router } from "./route.js";
import { checkRequest, checkSecurity } from "./validation.js";

/** The parts that an answer is made with. */
export interface Kitchen {
  readonly route: Router;
  readonly render: Renderer;
  readonly envelope: Envelope;
}

/** Answers one request: route, security, wishes, body, validation, rendering. */
export async function answer(request: MockRequest, kitchen: Kitchen): Promise<MockResponse> {
  const method = request.method === "HEAD" ? "GET" : request.method;
  const route = kitchen.route(method, new URL(request.url));
  if (route.kind !== "operation") return refuse(kitchen, ...refuseRoute(route, request));
  const { operation, path } = route;

  const unknown = checkSecurity(operation, request, path);
  if (unknown) return refuseAs(kitchen, operation, request, path, unknown);
  const wish = readPreference(headerValue(request.headers, "prefer"), operation);
  if (wish.kind === "mistake") {
    const details = [{ location: "header", field: "Prefer", message: wish.message }] as const;
    return refuseAs(kitchen, operation, request, path, refusal(400, details));
  }
  const body = await readBody(request, operation);
  const refused = body.kind === "refused" ? body.refusal : checkRequest(operation, request, path, body);
  if (refused) return refuseAs(kitchen, operation, request, path, refused);

  const rendering = await kitchen.render(operation, request, path, wish.preference);
  if (rendering.kind === "rendered") return respond(rendering.status, rendering.headers, rendering.body);
  const status = rendering.status === 406 ? 406 : 500;
  return refuse(kitchen, { status, message: rendering.message, details: [] });
}

/** A refusal with the headers that the operation documents for its status. */
async function refuseAs(
  kitchen: Kitchen,
  operation: Operation,
  request: MockRequest,
  path: string,
  refused: Refusal,
): Promise<MockResponse> {
  const documented = operation.responses.some(({ code }) => code === String(refused.status));
  if (!documented) return refuse(kitchen, refused);
  const rendering = await kitchen.render(operation, { ...request, headers: [] }, path, {
    code: refused.status,
    dynamic: false,
  });
  return refuse(kitchen, refused, rendering.kind === "rendered" ? rendering.headers : []);
}

function refuse(kitchen: Kitchen, refused: Refusal, headers: readonly Header[] = []): MockResponse {
  const others = headers.filter(([name]) => name.toLowerCase() !== "content-type");
  return respond(
    refused.status,
    [...others, ["Content-Type", "application/json"]],
    kitchen.envelope(refused),
  );
}

function refuseRoute(
  route: Exclude<Route, { kind: "operation" }>,
  { method, url }: MockRequest,
): [Refusal, Header[]] {
  const { pathname, host } = new URL(url);
  switch (route.kind) {
    case "no-path":
      return [{ status: 404, message: `There is nothing at ${pathname}.`, details: [] }, []];
    case "no-method": {
      const allow = route.allow.join(", ");
      const message = `${pathname} does not take ${method}. It takes ${allow}.`;
      return [{ status: 405, message, details: [] }, [["Allow", allow]]];
    }
    case "wrong-host": {
      const message = `${method} ${pathname} is not served by ${host}. Send it to ${route.servers.join(" or ")}.`;
      return [{ status: 404, message, details: [] }, []];
    }
    default:
      return route satisfies never;
  }
}

function respond(status: number, headers: readonly Header[], body: unknown): MockResponse {
  const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
  return { status, headers, body: Buffer.from(text) };
}
