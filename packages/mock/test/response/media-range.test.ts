import { createMock } from "@ittybit/mock";
import { afterAll, expect, it } from "vitest";

const response = (content: object, description = "ok") => ({ description, content });
const get = (content: object) => ({ get: { responses: { "200": response(content) } } });
const integer = { schema: { type: "integer" } };
const text = { schema: { type: "string" } };
const mock = await createMock({
  document: {
    openapi: "3.1.0",
    info: { title: "Ranges", version: "1" },
    servers: [{ url: "https://api.test" }],
    paths: {
      "/any": get({ "*/*": { schema: { type: "object", properties: { a: { type: "integer" } } } } }),
      "/example": get({ "*/*": { example: { a: 1 } } }),
      "/application": get({ "application/*": integer }),
      "/text": get({ "text/*": text }),
      "/image": get({ "image/*": { schema: { type: "string", format: "binary" } } }),
      "/both": get({ "*/*": text, "application/json": integer }),
      "/rejects": {
        get: {
          parameters: [{ name: "n", in: "query", required: true, schema: { type: "integer" } }],
          responses: {
            "200": response({ "*/*": integer }),
            "400": response({ "*/*": { schema: { type: "object", properties: { message: text.schema } } } }),
          },
        },
      },
    },
  },
});
afterAll(() => mock.close());

it.each([
  ["/any", "*/*", 200, "application/json", '{"a":0}'],
  ["/any", "application/json", 200, "application/json", '{"a":0}'],
  ["/any", "text/html, */*;q=0.8", 200, "application/json", '{"a":0}'],
  ["/any", "application/xml", 406, "application/problem+json", ""],
  ["/example", "application/json", 200, "application/json", '{"a":1}'],
  ["/application", "application/json", 200, "application/json", "0"],
  ["/text", "text/plain", 200, "text/plain", "string"],
  ["/image", "image/*", 200, "image/png", "string"],
  ["/both", "*/*", 200, "application/json", "0"],
  ["/rejects", "application/json", 400, "application/json", '{"message":"n is required, but missing."}'],
])("%s with Accept: %s is a %i in %s", async (path, Accept, status, mediaType, body) => {
  const response = await mock.fetch(`https://api.test${path}`, { headers: { Accept } });
  expect([response.status, response.headers.get("content-type")]).toEqual([status, mediaType]);
  expect(await response.text()).toContain(body);
});

it("Prism generates a dynamic response in the same media type", async () => {
  const headers = { Accept: "application/json", Prefer: "dynamic=true, seed=1" };
  const response = await mock.fetch("https://api.test/any", { headers });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
});
