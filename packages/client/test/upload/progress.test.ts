import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { createClient, type Progress } from "../../src/index.js";
import { recordingServer } from "../recording-server.js";

describe("progress", () => {
  test("never goes back, and ends at the length of the body", async () => {
    await using server = await recordingServer();
    const client = createClient({ apiKey: "key", baseUrl: server.url });
    const seen: Progress[] = [];
    const stream = new Uint8Array(1_000_000);
    await client.media.create(
      { file: { stream, filename: "a.mp4" } },
      { onProgress: (progress) => seen.push(progress) },
    );
    const loaded = seen.map((progress) => progress.loaded);
    expect(loaded.length).toBeGreaterThan(10);
    expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
    expect(seen.at(-1)).toEqual({
      loaded: server.requests[0]?.body.length,
      total: server.requests[0]?.body.length,
    });
  });

  test("never goes back when the upload starts again", async () => {
    await using server = await recordingServer((_request, before) =>
      before === 0 ? { status: 429, body: "" } : {},
    );
    const client = createClient({ apiKey: "key", baseUrl: server.url, retry: { base: 1 } });
    const loaded: number[] = [];
    const stream = new Uint8Array(500_000);
    await client.media.create(
      { file: { stream, filename: "a.mp4" } },
      { onProgress: (progress) => loaded.push(progress.loaded) },
    );
    expect(server.requests).toHaveLength(2);
    expect(loaded).toEqual([...new Set(loaded)].sort((a, b) => a - b));
  });

  test("of a stream without a size has no total", async () => {
    await using server = await recordingServer();
    const client = createClient({ apiKey: "key", baseUrl: server.url });
    const totals = new Set<number | undefined>();
    await client.media.create(
      { file: { stream: Readable.from([Buffer.alloc(50)]), filename: "a.mp4" } },
      { onProgress: ({ total }) => totals.add(total) },
    );
    expect([...totals]).toEqual([undefined]);
  });
});
