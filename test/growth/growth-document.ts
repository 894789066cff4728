/** A document that has every kind of schema, parameter and body that a message can exercise. */
export const growthDocument = {
  openapi: "3.1.1",
  info: { title: "Growth", version: "1" },
  servers: [{ url: "https://growth.example.com" }],
  paths: {
    "/things": {
      get: {
        operationId: "listThings",
        parameters: [
          { name: "tag", in: "query", schema: { type: "array", items: { type: "string", maxLength: 3 } } },
          {
            name: "filter",
            in: "query",
            style: "deepObject",
            schema: { $ref: "#/components/schemas/Closed" },
          },
          { name: "X-List", in: "header", schema: { type: "array", items: { type: "integer" } } },
          { name: "crumb", in: "cookie", schema: { type: "string" } },
        ],
        responses: { "200": { description: "ok", content: json({ $ref: "#/components/schemas/Things" }) } },
      },
      post: {
        operationId: "createThing",
        requestBody: {
          content: {
            ...json({ $ref: "#/components/schemas/Closed" }),
            "application/x-www-form-urlencoded": {
              schema: { $ref: "#/components/schemas/Form" },
              encoding: { map: { style: "deepObject", explode: true } },
            },
            "multipart/form-data": {
              schema: { $ref: "#/components/schemas/Form" },
              encoding: { map: { style: "deepObject", explode: true } },
            },
            "text/plain": { schema: { type: "string", pattern: "^(a|b)*$" } },
          },
        },
        responses: { "204": { description: "done" } },
      },
    },
  },
  components: {
    schemas: {
      Things: {
        type: "object",
        properties: {
          items: { type: "array", items: { $ref: "#/components/schemas/Thing" } },
          unique: { type: "array", uniqueItems: true, items: { type: "string" } },
          shapes: { type: "array", items: { $ref: "#/components/schemas/Shape" } },
          numbers: { type: "array", items: { type: "integer", minimum: 0 } },
          map: { type: "object", additionalProperties: { type: "string", maxLength: 3 } },
          named: { type: "object", patternProperties: { "^x-[a-z]+$": { type: "string" } } },
          names: { type: "object", propertyNames: { maxLength: 2 } },
          closed: { $ref: "#/components/schemas/Closed" },
          evaluated: {
            allOf: [{ $ref: "#/components/schemas/Thing" }],
            unevaluatedProperties: false,
          },
          kind: { type: "string", "x-extensible-enum": ["a", "b"] },
          tree: { $ref: "#/components/schemas/Tree" },
          branching: { $ref: "#/components/schemas/Branching" },
          text: { type: "string", pattern: "^[a-z]*$", format: "uri" },
        },
      },
      Thing: {
        type: "object",
        required: ["id"],
        properties: {
          id: { type: "string", minLength: 1 },
          size: { type: "integer", minimum: 0 },
          kind: { type: "string", "x-extensible-enum": ["a", "b"] },
          secret: { type: "string", writeOnly: true },
        },
      },
      Closed: {
        type: "object",
        additionalProperties: false,
        properties: { id: { type: "string" }, size: { type: "integer" } },
      },
      Form: {
        type: "object",
        additionalProperties: false,
        minProperties: 1,
        properties: {
          title: { type: "string" },
          tags: { type: "array", items: { type: "string" } },
          file: { type: "string", contentMediaType: "application/octet-stream" },
          map: { type: "object", additionalProperties: { type: "string" } },
        },
      },
      Shape: {
        oneOf: [
          {
            type: "object",
            required: ["type", "radius"],
            properties: { type: { const: "circle" }, radius: { type: "number" } },
          },
          {
            type: "object",
            required: ["type", "side"],
            properties: { type: { const: "square" }, side: { type: "number" } },
          },
          { type: "string" },
        ],
      },
      Tree: {
        type: "object",
        properties: { name: { type: "string" }, child: { $ref: "#/components/schemas/Tree" } },
      },
      Branching: {
        oneOf: [
          { type: "null" },
          {
            type: "object",
            required: ["kind"],
            properties: { kind: { const: "leaf" }, child: { type: "null" } },
          },
          {
            type: "object",
            required: ["kind"],
            properties: { kind: { const: "branch" }, child: { $ref: "#/components/schemas/Branching" } },
          },
        ],
      },
    },
  },
};

function json(schema: object): Record<string, object> {
  return { "application/json": { schema } };
}
