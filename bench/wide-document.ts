/** A document of many paths, each with two operations, its own body and response. */
export function widePaths(count: number): Record<string, unknown> {
  const paths = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`/group${index % 10}/things${index}/{id}`, pathItem(index)]),
  );
  return {
    openapi: "3.1.1",
    info: { title: "Wide", version: "1" },
    servers: [{ url: "https://wide.example" }],
    paths,
    components: { schemas: { Id: { type: "string", pattern: "^[a-z0-9]+$" } } },
  };
}

function pathItem(index: number): Record<string, unknown> {
  const thing = {
    type: "object",
    required: ["id", `name${index}`],
    properties: {
      id: { $ref: "#/components/schemas/Id" },
      [`name${index}`]: { type: "string", maxLength: 100 },
      size: { type: "integer", minimum: 0 },
      tags: { type: "array", items: { type: "string" } },
      parent: { oneOf: [{ $ref: "#/components/schemas/Id" }, { type: "null" }] },
    },
  };
  const content = { "application/json": { schema: thing } };
  return {
    parameters: [{ name: "id", in: "path", required: true, schema: { $ref: "#/components/schemas/Id" } }],
    get: { operationId: `get${index}`, responses: { 200: { description: "Thing", content } } },
    put: {
      operationId: `put${index}`,
      parameters: [{ name: "dry", in: "query", schema: { type: "boolean" } }],
      requestBody: { content },
      responses: { 204: { description: "Kept" } },
    },
  };
}
