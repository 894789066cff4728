import { describe, expect, test } from "vitest";
import { createClient, type Result } from "../../src/index.js";
import { recordingServer } from "../recording-server.js";

describe("redirects", () => {
  test("within the origin are followed with the key", async () => {
    await using server = await recordingServer(({ target }) =>
      target === "/media" ? { status: 302, headers: { location: "/videos" } } : {},
    );
    const result = await createClient({ apiKey: "key", baseUrl: server.url }).media.list();
    expect(result.ok).toBe(true);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer key", "Bearer key"]);
  });

  test("to another origin drop the key", async () => {
    await using other = await recordingServer();
    await using server = await recordingServer(() => ({
      status: 307,
      headers: { location: `${other.url}/media` },
    }));
    const client = createClient({ apiKey: "key", baseUrl: server.url });
    await client.media.list();
    await client.media.update("m1", { title: "t" });
    expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
  });

  test("of an upload are not followed: neither key nor bytes leave", async () => {
    await using other = await recordingServer();
    await using server = await recordingServer(() => ({
      status: 307,
      headers: { location: `${other.url}/media` },
    }));
    const client = createClient({ apiKey: "key", baseUrl: server.url, retry: 0 });
    const result: Result<"createMedia"> = await client.media.create({
      file: new File(["x"], "a.png", { type: "image/png" }),
    });
    expect(result).toMatchObject({ ok: false, status: null, error: { name: "NetworkError" } });
    expect(other.requests).toEqual([]);
  });
});
