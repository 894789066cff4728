import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { builtScripts } from "../../../scripts/cache/shared-builds.js";
import type * as Entry from "../src/index.js";
import { type Recorded, recordingServer } from "./recording-server.js";

let dist: string;
beforeAll(async () => {
  dist = await builtScripts("client");
});

/** What an edge runtime has: the web's interfaces, no `process`, no `Buffer`, no XMLHttpRequest, no disk. */
const WEB = {
  ...{ URL, URLSearchParams, Headers, Request, Response, FormData, Blob, File, fetch, crypto },
  ...{ AbortController, AbortSignal, ReadableStream, TextEncoder, TextDecoder, setTimeout, clearTimeout },
};

/** The entry as it runs there. */
async function atTheEdge(file: string): Promise<typeof Entry> {
  const { outputFiles } = await build({
    entryPoints: [join(dist, file)],
    nodePaths: [join(import.meta.dirname, "../../../node_modules")],
    ...{ bundle: true, write: false, format: "iife", globalName: "entry", platform: "neutral" },
  });
  return runInContext(`${outputFiles[0]?.text}; entry`, createContext({ ...WEB }));
}

describe.each(["index.js", "index.browser.js"])("%s, where there is neither Node nor a page", (file) => {
  test("lists, and uploads a File and a stream", async () => {
    await using server = await recordingServer();
    const client = (await atTheEdge(file)).createClient({ apiKey: "key", baseUrl: server.url });
    expect(await client.media.list({ limit: 1 })).toMatchObject({ ok: true });
    const blob = new File(["bytes"], "a.png", { type: "image/png" });
    expect(await client.media.create({ file: blob })).toMatchObject({ ok: true });
    const stream = { stream: blob.stream(), filename: "a.png" };
    expect(await client.media.create({ file: stream })).toMatchObject({ ok: true });
    const bodies = server.requests.slice(1).map(({ body }: Recorded) => body.toString());
    expect(bodies).toEqual([
      expect.stringContaining('filename="a.png"'),
      expect.stringContaining("\r\n\r\nbytes\r\n"),
    ]);
  });

  test("refuses a path and progress, and says why", async () => {
    const { createClient, InputError } = await atTheEdge(file);
    const client = createClient({ apiKey: "key", baseUrl: "http://127.0.0.1:9" });
    const path = client.media.create({ file: { path: "/a.png" } });
    await expect(path).rejects.toThrow("file: cannot be a path here: there is no file system");
    await expect(path).rejects.toBeInstanceOf(InputError);
    const blob = new File(["bytes"], "a.png", { type: "image/png" });
    const progress = client.media.create({ file: blob }, { onProgress: () => {} });
    await expect(progress).rejects.toThrow(/^onProgress: /);
  });
});
