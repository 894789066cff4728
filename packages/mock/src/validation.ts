import { validateInput, validateSecurity } from "@stoplight/prism-http/dist/validator/index.js";
import type { Body, BodyContent } from "./body.js";
import type { Operation } from "./document.js";
import { headerValue, type MockRequest } from "./message.js";
import { type Detail, type Refusal, refusal } from "./refusal.js";

type Element = Parameters<typeof validateInput>[0]["element"];
type Validated = ReturnType<typeof validateInput>;

/** Refuses a request without the credentials that the operation asks for. */
export function checkSecurity(operation: Operation, request: MockRequest, path: string): Refusal | null {
  const result = validateSecurity({ resource: operation, element: elementOf(request, path) });
  if (result._tag === "Right") return null;
  const message = "The request has no valid API key. Send it as Authorization: Bearer <key>.";
  return refusal(401, [{ location: "header", field: "Authorization", message }]);
}

/** Refuses a request whose parameters or body break their schemas, with every breach. */
export function checkRequest(
  operation: Operation,
  request: MockRequest,
  path: string,
  body: Exclude<Body, { kind: "refused" }>,
): Refusal | null {
  const element = elementOf(request, path);
  const result =
    body.kind === "none"
      ? validateInput({ resource: operation, element })
      : validateInput({
          resource: withJsonBody(operation, body.content),
          element: { ...element, headers: { ...element.headers, "content-type": json }, body: body.value },
        });
  const details = detailsOf(result);
  return details.length === 0 ? null : refusal(422, details);
}

const json = "application/json";

/**
 * Prism reads forms by splitting text, which breaks files and JSON parts. The body is read already, so
 * the validator is shown its value under a JSON media type, with the schema of the real one.
 */
function withJsonBody(operation: Operation, content: BodyContent): Operation {
  const body = { ...operation.request?.body, contents: [{ ...content, mediaType: json }] };
  return { ...operation, request: { ...operation.request, body } } as Operation;
}

function elementOf(request: MockRequest, path: string): Element {
  const headers = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
  delete headers["content-length"];
  const authorization = headerValue(request.headers, "authorization")?.replace(/^bearer /i, "Bearer ");
  if (authorization !== undefined) headers.authorization = authorization;
  return {
    method: request.method.toLowerCase() as Element["method"],
    url: { path, query: queryOf(new URL(request.url)) },
    headers,
  };
}

function queryOf(url: URL): Record<string, string | string[]> {
  const names = [...new Set(url.searchParams.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = url.searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

function detailsOf(result: Validated): Detail[] {
  if (result._tag === "Right") return [];
  return result.left.map(({ path = ["body"], message }) => ({
    location: locationOf(path[0]),
    field: path.slice(1).join(".") || null,
    message,
  }));
}

function locationOf(text: string | undefined): Detail["location"] {
  return text === "path" || text === "query" || text === "header" ? text : "body";
}
