import { createMock } from "@ittybit/mock";
import { expect, it } from "vitest";

it("samples the value of a required header that has no example", async () => {
  const required = (schema: object) => ({ required: true, schema });
  const mock = await createMock({
    document: {
      openapi: "3.1.0",
      info: { title: "Headers", version: "1" },
      servers: [{ url: "https://api.test" }],
      paths: {
        "/moved": {
          get: {
            responses: {
              "301": {
                description: "moved",
                headers: { Location: required({ type: "string", format: "uri" }) },
              },
            },
          },
        },
        "/limited": {
          get: {
            responses: {
              "200": {
                description: "ok",
                headers: {
                  "X-Limit": required({ type: "integer", minimum: 5 }),
                  "X-Other": { schema: { type: "string" } },
                },
                content: { "application/json": { schema: { type: "boolean" } } },
              },
            },
          },
        },
      },
    },
  });
  const headersOf = async (path: string) => {
    const { status, headers } = await mock.fetch(`https://api.test${path}`);
    return [status, headers.get("location"), headers.get("x-limit"), headers.get("x-other")];
  };
  expect(await headersOf("/moved")).toEqual([301, "https://example.com/", null, null]);
  expect(await headersOf("/limited")).toEqual([200, null, "5", null]);
  await mock.close();
});
