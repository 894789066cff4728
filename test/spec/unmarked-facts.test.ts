import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { bundleSpec } from "../../scripts/generate/bundle/bundle-spec.js";
import type { Document } from "../../scripts/generate/document/document.js";
import type { Sentence } from "../../scripts/lint/reference-facts.js";
import { aspectOf } from "../../scripts/lint/reference-facts.js";
import { unmarkedFacts } from "../../scripts/lint/unmarked-facts.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const sentences: Sentence[] = parse(readFileSync(`${repository}/docs/evidence/sentences.yaml`, "utf8"));

let document: Document;
beforeAll(async () => {
  document = (await bundleSpec(repository)).document;
});

// biome-ignore lint/suspicious/noExplicitAny: a change reaches anywhere into the document
type Change = (copy: any) => void;

const find = (change: Change) => {
  const copy = structuredClone(document);
  change(copy);
  return unmarkedFacts(copy, sentences, (pointer) => ({ file: pointer, line: 1 })).map(({ file }) => file);
};

test("the contract has no fact that is neither stated nor marked", () => {
  expect(find(() => {})).toEqual([]);
});

test.each<[string, Change, string]>([
  [
    "an operation, once for all that is below it",
    ({ paths }) => {
      const parameter = { name: "fields", in: "query", schema: { type: "string" } };
      const responses = { 200: { description: "", content: {} } };
      paths["/media/{id}/sources"] = {
        get: { operationId: "listSources", parameters: [parameter], responses },
      };
    },
    "/paths/~1media~1{id}~1sources/get",
  ],
  [
    "a response",
    ({ paths }) => {
      paths["/media/{id}"].get.responses[409] = { description: "" };
    },
    "/paths/~1media~1{id}/get/responses/409",
  ],
  [
    "a property",
    ({ components }) => {
      components.schemas.MediaSummary.properties.size = { type: "integer" };
    },
    "/components/schemas/MediaSummary/properties/size",
  ],
])("%s that is neither is found where it stands", (_name, change, pointer) => {
  expect(find(change)).toEqual([pointer]);
});

test.each([
  ["/paths/~1media~1{id}/get", "existence"],
  ["/components/schemas/MediaSummary/properties/type", "existence"],
  ["/components/schemas/MediaSummary/properties/id/pattern", "format"],
  ["/components/parameters/Limit/schema/default", "values"],
])("a mark of %s names %s", (pointer, aspect) => {
  expect(aspectOf(pointer)).toBe(aspect);
});
