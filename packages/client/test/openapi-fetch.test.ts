import { servers } from "@ittybit/openapi";
import { QueryClient } from "@tanstack/react-query";
import createQueries from "openapi-react-query";
import { expect, test } from "vitest";
import { createClient } from "../src/openapi-fetch.js";
import { recordingServer } from "./recording-server.js";

const png = new File(["bytes"], "a.png", { type: "image/png" });

test("lists with key, version and query, and middleware sees the response", async () => {
  await using server = await recordingServer();
  const client = createClient({ apiKey: "key", version: "2024-03-21", baseUrl: server.url });
  const statuses: number[] = [];
  client.use({ onResponse: ({ response }) => void statuses.push(response.status) });
  const { data } = await client.GET("/media", { params: { query: { limit: 25 } } });
  expect([data?.data, statuses]).toEqual([[], [200]]);
  expect(server.requests[0]).toMatchObject({
    target: "/media?limit=25",
    headers: { authorization: "Bearer key", "ittybit-version": "2024-03-21" },
  });
});

test("uploads as multipart, metadata in brackets", async () => {
  await using server = await recordingServer();
  const client = createClient({ apiKey: null, baseUrl: server.url });
  await client.POST("/media", { body: { file: png, title: "t", metadata: { album: "sea" } } });
  const [request] = server.requests;
  expect(request?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
  expect(request?.headers).not.toHaveProperty("authorization");
  const body = request?.body.toString() ?? "";
  for (const part of ['name="file"; filename="a.png"', 'name="title"', 'name="metadata[album]"'])
    expect(body).toContain(part);
});

test("updates form-encoded", async () => {
  await using server = await recordingServer();
  const client = createClient({ apiKey: "key", baseUrl: server.url });
  await client.PATCH("/media/{id}", { params: { path: { id: "m1" } }, body: { metadata: { album: "sea" } } });
  expect(server.requests[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  expect(server.requests[0]?.body.toString()).toBe("metadata%5Balbum%5D=sea");
});

test("sends each operation to its host", async () => {
  const urls: string[] = [];
  const fetch = async (request: Request) => {
    urls.push(request.url);
    return Response.json({ data: [] });
  };
  const client = createClient({ apiKey: "key", fetch });
  await client.GET("/media");
  await client.POST("/videos", { body: { url: "https://a.test/a.mp4" } });
  expect(urls).toEqual([`${servers.api}/media`, `${servers.uploads}/videos`]);
});

test("feeds openapi-react-query", async () => {
  await using server = await recordingServer();
  const queries = createQueries(createClient({ apiKey: "key", baseUrl: server.url }));
  const options = queries.queryOptions("get", "/media/{id}", { params: { path: { id: "m1" } } });
  expect(await new QueryClient().fetchQuery(options)).toMatchObject({ meta: { id: "req_1" } });
});
