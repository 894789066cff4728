import { createClient } from "@ittybit/client";
import { authentication, type OperationId, operations, retryAfterStatuses } from "@ittybit/openapi";
import { mediaFile, mediaNames } from "@ittybit/test-support/traffic/media-file";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./conformance.js";
import { Coverage } from "./coverage.js";
import { scenario } from "./scenario.js";
import { openTarget, type Target } from "./target.js";

const ids = Object.keys(operations) as OperationId[];
const statuses = (id: OperationId) => Object.keys(operations[id].responses);
const coverage = new Coverage(Object.fromEntries(ids.map((id) => [id, ["client", ...statuses(id)]])));

let target: Target;
let client: ReturnType<typeof createClient>;

beforeAll(async () => {
  target = await openTarget();
  client = createClient({ apiKey: target.apiKey, baseUrl: target.urls });
});

afterAll(async () => {
  await target?.close();
  process.stdout.write(`\n${coverage.table()}\n`);
});

/** Runs one cell of the table; it stays marked as failed when the check throws. */
async function cell(
  id: OperationId,
  column: string,
  outcome: "caused" | "asked",
  check: () => Promise<void>,
): Promise<void> {
  coverage.mark(id, column, "failed");
  await check();
  coverage.mark(id, column, outcome);
}

describe("through the client", () => {
  const path = async () => ({ params: { path: { id: await newMedia() } } });
  const calls = {
    listMedia: () =>
      client.GET("/media", { params: { query: { limit: 250, orderBy: "filesize", order: "asc" } } }),
    createMedia: async () => client.POST("/media", { body: { file: await mediaFile("video.mp4") } }),
    getMedia: async () => client.GET("/media/{id}", await path()),
    updateMedia: async () =>
      client.PATCH("/media/{id}", { ...(await path()), body: { metadata: { a: "b" } } }),
    deleteMedia: async () => client.DELETE("/media/{id}", await path()),
    listVideos: () => client.GET("/videos"),
    createVideo: async () => client.POST("/videos", { body: { file: await mediaFile("video.webm") } }),
    listImages: () => client.GET("/images"),
    createImage: async () => client.POST("/images", { body: { file: await mediaFile("image.gif") } }),
    listAudio: () => client.GET("/audio"),
    createAudio: async () => client.POST("/audio", { body: { file: await mediaFile("audio.m4a") } }),
  } satisfies Record<OperationId, () => Promise<{ response: Response }>>;

  it.each(ids)("%s", (id) =>
    cell(id, "client", "caused", async () => {
      const { response, ...result } = await calls[id]();
      expect(statuses(id)).toContain(String(response.status));
      expect(result.error).toBeUndefined();
      expect(result.data).toMatchObject({ meta: { status: response.status }, data: {}, links: {} });
    }),
  );

  it.each(mediaNames)("createMedia takes %s", async (name) => {
    const file = await mediaFile(name);
    const { data, response } = await client.POST("/media", {
      body: { file, title: name, metadata: { a: "b" } },
    });
    expect([response.status, data?.data.id]).toEqual([201, expect.any(String)]);
  });
});

describe("every documented status and media type", () => {
  const cells = ids.flatMap((id) =>
    statuses(id).flatMap((status) =>
      operations[id].responses[status as "default"].mediaTypes.map((mediaType) => ({
        id,
        status,
        mediaType,
      })),
    ),
  );

  it.for(cells)("$id $status $mediaType", async ({ id, status, mediaType }, { skip }) => {
    const request = await scenario(id, status, await newMedia());
    skip(
      request.how === "asked" && !target.obeysPrefer,
      "not exercised: the target cannot be asked for this status",
    );
    await cell(id, status, request.how === "asked" ? "asked" : "caused", async () => {
      const response = await send(id, mediaType, request);
      expect([response.status, await violations(id, status, response)]).toEqual([request.code, []]);
      const waits = (retryAfterStatuses as readonly number[]).includes(response.status);
      expect(response.headers.has("retry-after")).toBe(waits);
    });
  });

  it("leaves nothing out on a target that can be asked for a status", () => {
    if (target.obeysPrefer) expect(coverage.cells("not exercised")).toEqual([]);
  });
});

/** Adds a Media that a call may change or delete. */
async function newMedia(): Promise<string> {
  const { data } = await client.POST("/media", { body: { url: "https://example.com/harbour.mp4" } });
  return data?.data.id ?? "";
}

function send(
  id: OperationId,
  accept: string,
  request: Awaited<ReturnType<typeof scenario>>,
): Promise<Response> {
  const { method, server } = operations[id];
  return fetch(target.urls[server] + request.path, {
    method,
    headers: {
      Accept: accept,
      [authentication.header]: `${authentication.prefix}${target.apiKey}`,
      ...(request.how === "caused" ? {} : { Prefer: `code=${request.code}` }),
      ...request.headers,
    },
    ...(request.body === undefined ? {} : { body: request.body }),
  });
}
