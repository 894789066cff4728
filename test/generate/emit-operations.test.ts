import { gzipSync } from "node:zlib";
import {
  authentication,
  type Operation,
  operations,
  readRoutes,
  retryAfterStatuses,
  servers,
  summaries,
  uploadMediaTypes,
  versionHeader,
  writeRoutes,
} from "@ittybit/openapi";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { ROOT } from "./repository.js";

const creates = ["createMedia", "createVideo", "createImage", "createAudio"] as const;
const lists = ["listMedia", "listVideos", "listImages", "listAudio"] as const;

describe("operations", () => {
  it("holds each operation of the contract, under its own id", () => {
    const documented = Object.values<object>(document.paths).flatMap((item) =>
      Object.values(item).flatMap(({ operationId }: { operationId?: string }) => operationId ?? []),
    );

    expect(Object.keys(operations).sort()).toEqual(documented.sort());
    expect(documented).toEqual(
      expect.arrayContaining([...creates, ...lists, "getMedia", "updateMedia", "deleteMedia"]),
    );
    for (const [id, operation] of Object.entries(operations)) expect(operation.operationId).toBe(id);
  });

  it("sends creates, and only them, to the uploads host", () => {
    const uploads = Object.values(operations).filter(({ server }) => server === "uploads");

    expect(uploads.map(({ operationId }) => operationId).sort()).toEqual([...creates].sort());
    expect(servers).toEqual({ api: "https://api.ittybit.com", uploads: "https://uploads.ittybit.com" });
  });

  it("says which parameters choose a page, and where the next one is", () => {
    const paged = Object.values<Operation>(operations).filter(({ paging }) => paging);

    expect(paged.map(({ operationId }) => operationId)).toEqual(expect.arrayContaining([...lists]));
    expect(paged.filter(({ method }) => method !== "GET")).toEqual([]);
    for (const { paging } of paged)
      expect(paging).toEqual({ parameters: ["limit", "page"], next: "/links/next" });
  });

  it("carries what can be checked of a parameter without a validator", () => {
    const parameter = (name: string) => operations.listMedia.parameters.find((entry) => entry.name === name);

    expect(parameter("limit")).toMatchObject({
      in: "query",
      required: false,
      style: "form",
      explode: true,
      inferred: null,
      type: "integer",
      default: 10,
      minimum: 1,
      maximum: 250,
    });
    expect(parameter("order")).toMatchObject({ enum: ["asc", "desc"], default: "desc" });
    expect(operations.getMedia.parameters.find(({ name }) => name === "id")).toMatchObject({
      in: "path",
      required: true,
      style: "simple",
      minLength: 1,
    });
  });

  it("marks what is inferred, with the reason", () => {
    expect(operations.listMedia.inferred).toBeNull();
    expect(operations.updateMedia.inferred).toMatch(/\w+ \w+.*\.$/);
    expect(operations.listMedia.parameters.find(({ name }) => name === "page")?.inferred).toMatch(/\.$/);
    expect(operations.createMedia.responses["413"].inferred).toBeNull();
    expect(operations.createMedia.responses["415"].inferred).toMatch(/\.$/);
  });

  it("describes a multipart body: its fields, their media types, and the ways to fill it", () => {
    const { fields, alternatives } = operations.createMedia.request.content["multipart/form-data"];
    const field = (name: string) => fields.find((entry) => entry.name === name);

    expect(fields.map(({ name }) => name)).toEqual(["file", "url", "title", "metadata"]);
    expect(alternatives).toEqual([["file"], ["url"]]);
    expect(field("file")).toMatchObject({
      required: false,
      readOnly: false,
      type: "string",
      format: "binary",
    });
    expect(field("file")?.contentTypes).toContain("video/mp4");
    expect(field("metadata")).toMatchObject({ style: "deepObject", explode: true, type: "object" });
  });

  it("describes a form: one way to fill it", () => {
    const body = operations.updateMedia.request.content["application/x-www-form-urlencoded"];

    expect(body.fields.map(({ name }) => name).sort()).toEqual(["metadata", "title"]);
    expect(body.alternatives).toEqual([]);
  });

  it("marks the closed beta", () => {
    const beta = Object.values(operations).filter((operation) => operation.beta);

    expect(beta.map(({ operationId }) => operationId).sort()).toEqual(["createAudio", "listAudio"]);
  });

  it("lists the media types and headers of each response", () => {
    expect(operations.listMedia.responses["429"]).toMatchObject({
      mediaTypes: ["application/json"],
      headers: expect.arrayContaining(["Retry-After"]),
    });
    for (const { responses } of Object.values(operations))
      expect(Object.keys(responses)).toContain("default");
  });
});

describe("the facts beside the table", () => {
  it("name the version header, the key, the uploads and the statuses that say when to come back", () => {
    expect(versionHeader).toBe("Ittybit-Version");
    expect(authentication).toEqual({
      scheme: "apiKey",
      type: "http",
      header: "Authorization",
      prefix: "Bearer ",
    });
    expect(uploadMediaTypes).toEqual(expect.arrayContaining(["video/mp4", "image/webp"]));
    expect(retryAfterStatuses).toEqual([429]);
  });

  const routes = { ...readRoutes, ...writeRoutes };

  it("routes agree with operations, and every operation has its summary", () => {
    for (const [id, route] of Object.entries(routes)) {
      const { method, path, server, request } = operations[id as keyof typeof operations] as Operation;
      const mediaType = Object.keys(request?.content ?? {})[0] ?? null;
      expect(route).toMatchObject({ method, path, server, mediaType });
      expect(summaries[id as keyof typeof summaries]).toMatch(/\w/);
    }
    expect(Object.keys(routes).sort()).toEqual(Object.keys(operations).sort());
  });

  it("routes and servers cost an app less than 800 bytes, gzipped, and bring nothing else along", async () => {
    const { outputFiles } = await build({
      stdin: {
        contents:
          'import { readRoutes, servers, writeRoutes } from "@ittybit/openapi"; console.log(readRoutes, servers, writeRoutes);',
        resolveDir: ROOT,
      },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      conditions: ["@ittybit/source"],
    });
    const text = outputFiles[0]?.text ?? "";

    expect(text).toContain("/media/{id}");
    expect(text).not.toContain("inferred");
    expect(text).not.toContain(summaries.listMedia);
    expect(gzipSync(text).length).toBeLessThan(800);
  });
});
