import type { Media, MediaCreate, MediaKind, MediaStatus, operations, paths } from "@ittybit/openapi/types";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Document, Schema } from "../../scripts/generate/document/document.js";
import { emitTypes } from "../../scripts/generate/emit-types.js";

/** What the compiler checks here, `npm run typecheck` reports; vitest only runs past it. */
describe("the types of the contract", () => {
  it("a create takes a file or a URL, never both, with a Blob for the file", () => {
    type Body = operations["createMedia"]["requestBody"]["content"]["multipart/form-data"];

    expectTypeOf<Body>().toEqualTypeOf<MediaCreate>();
    expectTypeOf<Exclude<Body, { url: string }>["file"]>().toEqualTypeOf<Blob>();
    expectTypeOf<Exclude<Body, { file: Blob }>["url"]>().toEqualTypeOf<string>();
    expectTypeOf<{ title: string }>().not.toExtend<Body>();
    // @ts-expect-error a body needs a file or a url
    const neither: Body = { title: "Harbour" };
    // @ts-expect-error a body cannot have a file and a url
    const both: Body = { file: new Blob(), url: "https://files.example.com/a.mp4" };
    // @ts-expect-error a closed body takes no other field
    const misspelled: Body = { url: "https://files.example.com/a.mp4", titel: "Harbour" };
    expect([neither, both, misspelled]).toHaveLength(3);
  });

  it("a value set that may grow takes any string; a closed one does not", () => {
    type Query = NonNullable<paths["/media"]["get"]["parameters"]["query"]>;

    expectTypeOf<"hologram">().toExtend<MediaKind>();
    expectTypeOf<string>().toExtend<MediaStatus>();
    expectTypeOf<Extract<MediaKind, "video">>().toEqualTypeOf<"video">();
    expectTypeOf<number>().not.toExtend<MediaKind>();
    expectTypeOf<Query["order"]>().toEqualTypeOf<"asc" | "desc" | undefined>();
    // @ts-expect-error the parameter is an integer
    const limit: Query["limit"] = "10";
    expect(limit).toBe("10");
  });

  it("a response is typed by its status, and a list ends with null", () => {
    type Listed = paths["/media"]["get"]["responses"][200]["content"]["application/json"];
    type Created = paths["/media"]["post"]["responses"][201]["content"]["application/json"];

    expectTypeOf<Listed["links"]["next"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Listed["data"]>().items.toHaveProperty("id").toEqualTypeOf<string>();
    expectTypeOf<Created["data"]>().toEqualTypeOf<Media>();
    expectTypeOf<Media["sources"]>().toBeArray();
    // @ts-expect-error a path that the contract does not have
    type Nowhere = paths["/nowhere"];
    expectTypeOf<Nowhere>().toBeAny();
  });
});

describe("emitTypes", () => {
  const typeOf = async (schema: Schema & Record<string, unknown>) => {
    const document: Document = {
      openapi: "3.1.1",
      info: { title: "Types", version: "1.0.0" },
      paths: {},
      components: { schemas: { T: { type: "object", required: ["it"], properties: { it: schema } } } },
    };
    return /\bit: ([^;]*);/.exec(await emitTypes(document))?.[1];
  };

  it.each<[name: string, schema: Schema & Record<string, unknown>, type: string]>([
    ["bytes in the style of 3.0", { type: "string", format: "binary" }, "Blob"],
    ["bytes in the style of 3.1", { type: "string", contentMediaType: "application/octet-stream" }, "Blob"],
    ["an image", { contentMediaType: "image/png" }, "Blob"],
    [
      "bytes written as text",
      { type: "string", contentMediaType: "image/png", contentEncoding: "base64" },
      "string",
    ],
    ["JSON in a string", { type: "string", contentMediaType: "application/json" }, "string"],
    ["a set that may grow", { type: "string", "x-extensible-enum": ["a", "b"] }, '"a" | "b" | (string & {})'],
    [
      "a set that may grow, or null",
      { type: ["string", "null"], "x-extensible-enum": ["a"] },
      '("a" | (string & {})) | null',
    ],
    ["a closed set", { type: "string", enum: ["a", "b"] }, '"a" | "b"'],
    ["a constant", { type: "string", const: "video" }, '"video"'],
    ["text or null", { type: ["string", "null"] }, "string | null"],
  ])("%s", async (_name, schema, type) => {
    expect(await typeOf(schema)).toBe(type);
  });

  it("leaves the document as it was", async () => {
    const document: Document = { openapi: "3.1.1", info: { title: "T", version: "1.0.0" }, paths: {} };
    const before = structuredClone(document);
    await emitTypes(document);

    expect(document).toEqual(before);
  });
});
