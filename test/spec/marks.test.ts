import { expect, test } from "vitest";
import type { Document } from "../../scripts/generate/document.js";
import { unmarkedFacts } from "../../scripts/lint/marks.js";

const mark = { "x-inferred": "The reference shows no such thing." };
const document = {
  openapi: "3.1.1",
  info: { title: "Media", version: "1" },
  paths: {
    "/media/{id}": {
      get: {
        operationId: "getMedia",
        parameters: [{ name: "id", in: "path" }],
        responses: { 200: { description: "" }, 404: { $ref: "#/components/responses/NotFound" } },
      },
    },
  },
  components: {
    responses: { NotFound: { description: "", ...mark } },
    headers: { Version: { ...mark } },
    schemas: {
      Media: {
        properties: {
          id: {},
          title: { ...mark },
          width: { $ref: "#/components/schemas/Width" },
          sources: { items: { $ref: "#/components/schemas/Source" } },
        },
      },
      Width: { ...mark },
      Source: { ...mark, properties: { format: {} } },
    },
  },
} as const;

// biome-ignore lint/suspicious/noExplicitAny: a change reaches anywhere into the document
type Change = (copy: any) => void;

const find = (change: Change) => {
  const copy = structuredClone(document) as unknown as Document;
  change(copy);
  return unmarkedFacts(copy, (pointer) => ({ file: pointer, line: 1 })).map(
    ({ file, message }) => `${file} ${message.split(":")[0]}`,
  );
};

test("a document whose facts are stated or marked has no findings", () => {
  expect(find(() => {})).toEqual([]);
});

test.each<[string, Change, string]>([
  [
    "an operation",
    ({ paths }) => {
      paths["/media/{id}/sources"] = {
        get: { operationId: "listSources", responses: { 200: { description: "" } } },
      };
    },
    "/paths/~1media~1{id}~1sources/get the public reference states no operation listSources",
  ],
  [
    "a parameter",
    ({ paths }) => paths["/media/{id}"].get.parameters.push({ name: "fields", in: "query" }),
    "/paths/~1media~1{id}/get/parameters the public reference states no parameter fields",
  ],
  [
    "a response",
    ({ paths }) => {
      paths["/media/{id}"].get.responses[409] = { description: "" };
    },
    "/paths/~1media~1{id}/get/responses/409 the public reference states no response getMedia 409",
  ],
  [
    "a header",
    ({ components }) => {
      components.headers.Trace = {};
    },
    "/components/headers/Trace the public reference states no header Trace",
  ],
  [
    "a property",
    ({ components }) => {
      components.schemas.Media.properties.size = {};
    },
    "/components/schemas/Media/properties/size the public reference states no property size",
  ],
  [
    "a property inside another one",
    ({ components }) => {
      components.schemas.Media.properties.kind = { properties: { codec: {} } };
    },
    "/components/schemas/Media/properties/kind/properties/codec the public reference states no property codec",
  ],
])("%s that is neither is found where it stands", (_name, change, finding) => {
  expect(find(change)).toEqual([finding]);
});
