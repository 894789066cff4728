import { describe, expect, it } from "vitest";
import type { Document } from "../../scripts/generate/document/document.js";
import { routes } from "../../scripts/generate/operations/client-routes.js";
import { knownValues } from "../../scripts/generate/operations/known-values.js";

const document: Document = {
  openapi: "3.1.1",
  info: { title: "Boats", version: "1" },
  servers: [{ url: "https://api.boats.test" }],
  paths: {
    "/boats/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", minLength: 1 } }],
      get: {
        operationId: "getBoat",
        parameters: [
          { name: "knots", in: "query", schema: { type: "integer", minimum: 0, maximum: 40, default: 5 } },
        ],
        responses: {},
      },
      post: {
        operationId: "paintBoat",
        servers: [{ url: "https://yard.boats.test" }],
        requestBody: {
          content: {
            "multipart/form-data": {
              schema: {
                oneOf: [
                  {
                    type: "object",
                    required: ["picture"],
                    properties: { picture: { type: "string", format: "binary" } },
                  },
                  {
                    type: "object",
                    required: ["colour"],
                    properties: { colour: { $ref: "#/components/schemas/Colour" } },
                  },
                ],
              },
              encoding: { picture: { contentType: "image/png, image/gif" } },
            },
          },
        },
        responses: {},
      },
    },
  },
  components: {
    schemas: { Colour: { type: "string", "x-extensible-enum": ["red", "blue"] }, Name: { type: "string" } },
  },
};

describe("routes", () => {
  it("say how an operation is sent and what its parameters must be", () => {
    expect(JSON.parse(JSON.stringify(routes(document)))).toMatchObject({
      getBoat: {
        method: "GET",
        path: "/boats/{id}",
        server: "api",
        mediaType: null,
        params: {
          path: { id: { required: true, type: "string", minLength: 1 } },
          query: { knots: { type: "integer", minimum: 0, maximum: 40 } },
        },
      },
    });
  });

  it("name the fields of a body, the types of its files, and the ways to fill it", () => {
    expect(JSON.parse(JSON.stringify(routes(document)))).toMatchObject({
      paintBoat: {
        server: "yard",
        mediaType: "multipart/form-data",
        fields: { picture: { contentTypes: ["image/png", "image/gif"] }, colour: { type: "string" } },
        alternatives: [["picture"], ["colour"]],
      },
    });
  });
});

describe("known values", () => {
  it("are listed for each named set that may grow, and for nothing else", () => {
    expect(knownValues(document)).toEqual({ Colour: ["red", "blue"] });
  });
});
