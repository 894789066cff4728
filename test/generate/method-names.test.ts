import { describe, expect, it } from "vitest";
import type { Document } from "../../scripts/generate/document/document.js";
import { DocumentError } from "../../scripts/generate/document/document-error.js";
import { routes } from "../../scripts/generate/operations/client-routes.js";
import { operationResources } from "../../scripts/generate/operations/method-names.js";
import { operationNames } from "../../scripts/generate/operations/method-names-type.js";
import { operationTable } from "../../scripts/generate/operations/operation-table.js";

const responses = { "200": { description: "ok" } };
const linked = {
  "200": { description: "ok", links: { Read: { operationId: "getMedia" } } },
};

const document = (paths: Record<string, object>): Document => ({
  openapi: "3.1.1",
  info: { title: "Shop", version: "1.0.0" },
  tags: [{ name: "Sources", description: "Files made from a Media." }],
  paths: paths as never,
});

const shop = document({
  "/media": { get: { operationId: "listMedia", responses }, post: { operationId: "createMedia", responses } },
  "/media/{id}": { get: { operationId: "getMedia", responses } },
  "/media/{id}/sources": { get: { operationId: "listSources", tags: ["Sources"], responses } },
  "/media/{mediaId}/sources/{id}": {
    parameters: [
      { name: "id", in: "path", required: true },
      { name: "mediaId", in: "path", required: true },
    ],
    get: { operationId: "getSource", responses },
  },
  "/media/recent": { get: { operationId: "listRecent", responses } },
  "/videos": { get: { operationId: "listVideos", responses: linked } },
  "/accounts/{id}/api-keys": { post: { operationId: "createApiKey", responses } },
});

describe("the resource of an operation", () => {
  it.each([
    ["a list", "listMedia", ["media", "list", null, "listMedia", "getMedia"]],
    ["one item", "getMedia", ["media", "get", null, "listMedia", "getMedia"]],
    ["a list under an item", "listSources", ["media.sources", "list", "media", "listSources", "getSource"]],
    ["an item under an item", "getSource", ["media.sources", "get", "media", "listSources", "getSource"]],
    ["a second list of a resource", "listRecent", ["media.recent", "list", null, "listRecent", null]],
    ["items that are read elsewhere", "listVideos", ["videos", "list", null, "listVideos", "getMedia"]],
    ["no list and no item", "createApiKey", ["accounts.apiKeys", "create", "accounts", null, null]],
  ])("%s", (_name, id, [resource, verb, parent, list, item]) => {
    expect(operationResources(shop).get(id)).toEqual({ resource, verb, parent, list, item });
    expect(operationTable(shop)[id]).toMatchObject({ resource, verb, parent, list, item });
  });

  it("stands in the routes, with path parameters in the order of the path", () => {
    expect(routes(shop)).toMatchObject({ getSource: { resource: "media.sources", verb: "get" } });
    const { params } = (routes(shop) as Record<string, { params: { path: object } }>).getSource ?? {};
    expect(Object.keys(params?.path ?? {})).toEqual(["mediaId", "id"]);
  });

  it("nests the names of a client as the paths nest", () => {
    expect(operationNames(shop)).toContain(`  readonly media: {
    readonly list: "listMedia";
    readonly create: "createMedia";
    readonly get: "getMedia";
    /**
     * Files made from a Media.
     */
    readonly sources: {
      readonly list: "listSources";
      readonly get: "getSource";
    };
    readonly recent: {
      readonly list: "listRecent";
    };
  };
`);
  });
});

describe("names that clash", () => {
  it.each([
    [
      "two operations with one resource and verb",
      {
        "/media": { get: { operationId: "listMedia", responses } },
        "/media/{id}": { get: { operationId: "listOther", responses } },
      },
      "/paths/~1media~1{id}/get/operationId",
      "GET /media/{id} and GET /media would both be client.media.list; change a path or an operationId",
    ],
    [
      "an operation and a resource below it",
      {
        "/media": { get: { operationId: "listMedia", responses } },
        "/media/{id}/list": { get: { operationId: "getList", responses } },
      },
      "/paths/~1media/get/operationId",
      "GET /media and GET /media/{id}/list would both be client.media.list; change a path or an operationId",
    ],
    [
      "a path without a literal segment",
      { "/{id}": { get: { operationId: "getAny", responses } } },
      "/paths/~1{id}",
      "/{id} has no literal segment to name its resource by",
    ],
  ])("%s", (_name, paths, pointer, message) => {
    const act = () => operationResources(document(paths));
    expect(act).toThrow(DocumentError);
    expect(act).toThrow(expect.objectContaining({ pointer, message }));
  });
});
