import { copyFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { SpecError } from "../../scripts/generate/bundle/spec-error.js";
import { compareGenerated } from "../../scripts/generate/write-generated.js";
import { copyOfRepository, edit } from "./repository.js";

it.each<[string, (copy: string) => Promise<void>, string | RegExp]>([
  [
    "a $ref to a file that is not there",
    (copy) => edit(join(copy, "spec/paths/media.yaml"), "parameters/Limit.yaml", "parameters/Limits.yaml"),
    /^spec\/paths\/media\.yaml:12: Can't resolve \$ref: .*'spec\/components\/parameters\/Limits\.yaml'\. /,
  ],
  [
    "a $ref to a pointer that is not there",
    (copy) =>
      edit(join(copy, "spec/paths/media.yaml"), "parameters/Limit.yaml", "parameters/Limit.yaml#/nowhere"),
    "spec/paths/media.yaml:12: Can't resolve $ref. ",
  ],
  [
    "a $ref to another host",
    (copy) =>
      edit(
        join(copy, "spec/paths/media.yaml"),
        "../components/parameters/Limit.yaml",
        "https://example.com/a",
      ),
    "spec/paths/media.yaml:12: Can't resolve $ref: https://example.com/a is not a file of this repository. ",
  ],
  [
    "invalid YAML in a file that is referred to",
    (copy) => edit(join(copy, "spec/components/parameters/Limit.yaml"), "in: query", "in: [query"),
    /^spec\/components\/parameters\/Limit\.yaml:3: Failed to parse: .*\. /,
  ],
  [
    "invalid YAML in the first file",
    (copy) => edit(join(copy, "spec/openapi.yaml"), "paths:", "paths: }"),
    /^spec\/openapi\.yaml:\d+: .*\. /,
  ],
  [
    "a missing specification",
    (copy) => rm(join(copy, "spec"), { recursive: true }),
    /^spec\/openapi\.yaml: ENOENT.*\. /,
  ],
  [
    "a first file that is no OpenAPI document",
    (copy) => edit(join(copy, "spec/openapi.yaml"), "openapi: 3", "openapi: 9"),
    /^spec\/openapi\.yaml: Unsupported OpenAPI version: 9.*\. /,
  ],
  [
    "an operation without operationId",
    (copy) => edit(join(copy, "spec/paths/images.yaml"), "  operationId: listImages\n", ""),
    "spec/paths/images.yaml:3: The operation has no operationId. ",
  ],
  [
    "two operations with one operationId",
    (copy) => edit(join(copy, "spec/paths/images.yaml"), "listImages", "listMedia"),
    "spec/paths/images.yaml:4: Another operation is called listMedia, too. ",
  ],
  [
    "two operations with one name in a client",
    (copy) => edit(join(copy, "spec/paths/media_{id}.yaml"), "operationId: getMedia", "operationId: listOne"),
    /^spec\/paths\/media_\{id\}\.yaml:\d+: GET \/media\/\{id\} and GET \/media would both be client\.media\.list; /,
  ],
  [
    "a schema that is a list",
    (copy) => writeFile(join(copy, "spec/components/schemas/ErrorCode.yaml"), "- 1\n"),
    "spec/components/schemas/ErrorCode.yaml:1: Expected SchemaObject, received Array at #/components/schemas/ErrorCode. ",
  ],
  [
    "a version that no package can have",
    (copy) => edit(join(copy, "spec/openapi.yaml"), "version: ", "version: v"),
    /^spec\/openapi\.yaml:\d+: v[\d.]+ is not a semantic version \(1\.2\.3\)\. /,
  ],
  [
    "two components with one name",
    async (copy) => {
      await copyFile(join(copy, "spec/components/parameters/Page.yaml"), join(copy, "spec/paths/Limit.yaml"));
      await edit(join(copy, "spec/paths/media.yaml"), "../components/parameters/Page.yaml", "Limit.yaml");
    },
    /^spec\/paths\/media\.yaml:\d+: Two schemas are referenced with the same name but different content\. Renamed Limit to Limit-2\. /,
  ],
])("%s: one line with the place, the fault and what to do", async (_name, spoil, line) => {
  const copy = await copyOfRepository();
  await spoil(copy);

  const error = await compareGenerated(copy).catch((thrown: unknown) => thrown);

  expect(error).toBeInstanceOf(SpecError);
  const { message } = error as SpecError;
  expect(message).toEqual(
    typeof line === "string" ? expect.stringContaining(line) : expect.stringMatching(line),
  );
  expect(message.endsWith(". Fix it, then run npm run generate.")).toBe(true);
  expect(message).not.toContain("\n");
  expect(message).not.toContain(copy);
});
