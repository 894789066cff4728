import { openAsBlob } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { servers } from "@ittybit/openapi";
import { describe, expect, test } from "vitest";
import { createClient } from "../src/index.js";
import { recordingServer } from "./recording-server.js";

const media = (name: string) =>
  fileURLToPath(new URL(`../../../test/fixtures/media/${name}`, import.meta.url));

describe("hosts", () => {
  test.each([
    ["listMedia", "api", (client: Client) => client.GET("/media")],
    [
      "createMedia",
      "uploads",
      (client: Client) => client.POST("/media", { body: { url: "https://a.test/v.mp4" } }),
    ],
    [
      "createAudio",
      "uploads",
      (client: Client) => client.POST("/audio", { body: { url: "https://a.test/a.mp3" } }),
    ],
    ["getMedia", "api", (client: Client) => client.GET("/media/{id}", { params: { path: { id: "m1" } } })],
    [
      "deleteMedia",
      "api",
      (client: Client) => client.DELETE("/media/{id}", { params: { path: { id: "m1" } } }),
    ],
  ] as const)("%s goes to the %s host", async (_operation, server, call) => {
    const hosts: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      hosts.push(new URL(String(input)).origin);
      return Response.json({ data: [] });
    };
    await call(createClient({ apiKey: "key", fetch }));
    expect(hosts).toEqual([servers[server]]);
  });

  test("one base URL stands for every host, one by name for its own", async () => {
    await using api = await recordingServer();
    await using uploads = await recordingServer();
    const one = createClient({ apiKey: "key", baseUrl: api.url });
    await one.POST("/media", { body: { url: "https://a.test/v.mp4" } });
    const two = createClient({ apiKey: "key", baseUrl: { api: api.url, uploads: uploads.url } });
    await two.POST("/videos", { body: { url: "https://a.test/v.mp4" } });
    await two.GET("/videos");
    expect(api.requests.map(({ method, target }) => `${method} ${target}`)).toEqual([
      "POST /media",
      "GET /videos",
    ]);
    expect(uploads.requests.map(({ method, target }) => `${method} ${target}`)).toEqual(["POST /videos"]);
  });
});

describe("headers", () => {
  test("the key and the version go with every call", async () => {
    await using server = await recordingServer();
    const client = createClient({ apiKey: "sk_1", version: "2024-03-21", baseUrl: server.url });
    await client.GET("/media");
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: "Bearer sk_1",
      "ittybit-version": "2024-03-21",
    });
  });

  test("without a version no version is asked for", async () => {
    await using server = await recordingServer();
    await createClient({ apiKey: "sk_1", baseUrl: server.url }).GET("/media");
    expect(server.requests[0]?.headers).not.toHaveProperty("ittybit-version");
  });

  test.each(["", "two words", "line\nbreak", "ключ"])(
    "a key of %j is refused without being shown",
    (apiKey) => {
      const act = () => createClient({ apiKey });
      expect(act).toThrow(/^apiKey: must be printable ASCII/);
      if (apiKey !== "") expect(act).not.toThrow(apiKey);
    },
  );
});

describe("bodies", () => {
  test("an upload is multipart, with the bytes, name and type of the file", async () => {
    await using server = await recordingServer();
    const client = createClient({ apiKey: "key", baseUrl: server.url });
    const bytes = await readFile(media("video.mp4"));
    const file = new File([await openAsBlob(media("video.mp4"))], "video.mp4", { type: "video/mp4" });
    await client.POST("/media", { body: { file, title: "Été", metadata: { album: "a & b" } } });
    const [request] = server.requests;
    const form = await new Response(request?.body, {
      headers: { "content-type": request?.headers["content-type"] ?? "" },
    }).formData();
    const sent = form.get("file") as File;
    expect([...form.keys()]).toEqual(["title", "metadata[album]", "file"]);
    expect([form.get("title"), form.get("metadata[album]")]).toEqual(["Été", "a & b"]);
    expect([sent.name, sent.type, Buffer.from(await sent.arrayBuffer()).equals(bytes)]).toEqual([
      "video.mp4",
      "video/mp4",
      true,
    ]);
  });

  test("an update is form-encoded, metadata in brackets", async () => {
    await using server = await recordingServer();
    const client = createClient({ apiKey: "key", baseUrl: server.url });
    await client.PATCH("/media/{id}", {
      params: { path: { id: "m1" } },
      body: { title: "a=b & c", metadata: { "my key": "é" } },
    });
    const [request] = server.requests;
    expect(request?.headers["content-type"]).toMatch(/^application\/x-www-form-urlencoded\b/);
    expect(request?.body.toString()).toBe("title=a%3Db+%26+c&metadata%5Bmy+key%5D=%C3%A9");
  });
});

type Client = ReturnType<typeof createClient>;
