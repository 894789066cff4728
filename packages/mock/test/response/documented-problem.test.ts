import { expect, it } from "vitest";
import { createMock } from "../../src/index.js";

type Responses = Readonly<Record<string, unknown>>;

const content = (schema?: unknown, example?: unknown, mediaType = "application/json") => ({
  description: "Problem",
  content: {
    [mediaType]: {
      ...(schema === undefined ? {} : { schema }),
      ...(example === undefined ? {} : { example }),
    },
  },
});
const ok = content({ type: "string" }, "fine");
const text = { type: "string" };
const number = { type: "integer" };
const object = (properties: object) => ({ type: "object", required: Object.keys(properties), properties });

/** Sends a request with `limit=x`, which must be an integer. */
async function getRejected(responses: Responses, headers: Record<string, string> = {}) {
  const parameters = [{ name: "limit", in: "query", schema: number }];
  const paths = { "/a": { get: { parameters, responses: { "200": ok, ...responses } } } };
  const mock = await createMock({
    document: { openapi: "3.1.0", info: { title: "Problems", version: "1" }, paths },
  });
  const response = await mock.fetch("https://api.example.com/a?limit=x", { headers });
  const body = await response.text();
  await mock.close();
  return { status: response.status, type: response.headers.get("content-type"), body };
}

const message = 'limit must be integer, but is "x".';
const details = {
  type: "about:blank",
  title: "Unprocessable Entity",
  status: 422,
  detail: message,
  validation: [{ location: ["query", "limit"], severity: "Error", code: "type", message }],
};

it.each<[what: string, responses: Responses, status: number, type: string | null, body: unknown]>([
  ["not at all, as problem details", {}, 422, "application/problem+json", details],
  [
    "as problem details",
    { "422": content(object({ title: text, status: number }), undefined, "application/problem+json") },
    422,
    "application/problem+json",
    details,
  ],
  ["without a schema", { "422": content() }, 422, "application/json", details],
  ["as any object", { "422": content({ type: "object" }) }, 422, "application/json", details],
  [
    "by a schema",
    { "422": content(object({ statusCode: number, message: text, trace: text })) },
    422,
    "application/json",
    { statusCode: 422, message, trace: "string" },
  ],
  [
    "by an example",
    {
      "422": content(object({ error: object({ code: text, message: text }) }), {
        error: { code: "E7", message: "?" },
      }),
    },
    422,
    "application/json",
    { error: { code: "E7", message } },
  ],
  [
    "by a list",
    { "422": content(object({ errors: { type: "array", items: object({ detail: text }) } })) },
    422,
    "application/json",
    { errors: [{ detail: message }] },
  ],
  [
    "by messages of a fixed set",
    { "422": content(object({ message: { enum: ["Invalid"] } })) },
    422,
    "application/json",
    { message: "Invalid" },
  ],
  [
    "with 400 only",
    { "400": content(object({ code: number, msg: text })) },
    400,
    "application/json",
    { code: 400, msg: message },
  ],
  ["by a range", { "4XX": content(object({ reason: text })) }, 422, "application/json", { reason: message }],
  [
    "by default",
    { default: content(object({ error_description: text })) },
    422,
    "application/json",
    { error_description: message },
  ],
  [
    "with 400 rather than default",
    { "400": content(object({ msg: text })), default: ok },
    400,
    "application/json",
    { msg: message },
  ],
  ["as text", { "422": content(text, undefined, "text/plain") }, 422, "text/plain", message],
  [
    "as XML",
    {
      "422": content({ ...object({ message: text }), xml: { name: "error" } }, undefined, "application/xml"),
    },
    422,
    "application/xml",
    '<?xml version="1.0" encoding="UTF-8"?><error><message>limit must be integer, but is &quot;x&quot;.</message></error>',
  ],
  ["without content", { "422": { description: "Problem" } }, 422, null, ""],
])("a problem that is documented %s", async (_what, responses, status, type, body) => {
  const rejected = await getRejected(responses);
  const isJson = /json/.test(type ?? "");
  expect({ ...rejected, body: isJson ? JSON.parse(rejected.body) : rejected.body }).toEqual({
    status,
    type,
    body,
  });
});

it("a problem is sent in the media type that the caller accepts", async () => {
  const responses = {
    "422": { description: "Problem", content: { "application/json": {}, "text/plain": {} } },
  };
  expect(await getRejected(responses, { Accept: "text/plain" })).toMatchObject({
    type: "text/plain",
    body: message,
  });
});

it("a problem that cannot be documented as its schema says is a 500 with both reasons", async () => {
  const { status, body } = await getRejected({
    "422": content({ type: "string", minLength: 3, maxLength: 1 }),
  });
  expect(status).toBe(500);
  expect(body).toContain("at most 1 characters");
  expect(body).toContain("limit must be integer");
});

it.each([
  ["only a range of failures", { "5XX": content(object({ m: text })) }, 500],
  ["a failure and a default", { "404": content(), default: content(text, "fine") }, 200],
])("an operation that documents %s responds with it", async (_what, responses, status) => {
  const paths = { "/a": { get: { responses } } };
  const mock = await createMock({
    document: { openapi: "3.1.0", info: { title: "Problems", version: "1" }, paths },
  });
  expect((await mock.fetch("https://api.example.com/a")).status).toBe(status);
  await mock.close();
});

it("a path without the base path of its server is hinted at", async () => {
  const servers = [{ url: "https://api.example.com/v1" }];
  const paths = { "/a": { get: { responses: { "200": ok } } } };
  const mock = await createMock({
    document: { openapi: "3.1.0", info: { title: "Base", version: "1" }, servers, paths },
  });
  const response = await mock.fetch("http://127.0.0.1/a?x=1");
  expect([response.status, await response.text()]).toEqual([404, expect.stringContaining("Try /v1/a.")]);
  await mock.close();
});
