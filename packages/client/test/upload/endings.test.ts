import { getEventListeners } from "node:events";
import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../../src/index.js";
import { openCount } from "./open-files.js";

/** A sample by default; ITTYBIT_UPLOAD_RUNS=5000 is the whole. */
const RUNS = Number(process.env.ITTYBIT_UPLOAD_RUNS ?? 150);
const SIZE = 200_000;
const BYTES = Buffer.alloc(SIZE, "ittybit upload ");

let folder: string;
let path: string;
let server: Server;
let url: string;
let received: Buffer[] = [];
/** After how many bytes the server closes the connection. */
let closeAt = Infinity;
const rejections: unknown[] = [];
const rejected = (reason: unknown) => void rejections.push(reason);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ittybit-endings-"));
  path = join(folder, "a.mp4");
  await writeFile(path, BYTES);
  server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    let length = 0;
    try {
      for await (const chunk of incoming) {
        chunks.push(chunk);
        length += chunk.length;
        if (length >= closeAt) return void incoming.destroy();
      }
    } catch {
      return;
    }
    received.push(Buffer.concat(chunks));
    outgoing.end(JSON.stringify({ meta: {}, data: { id: "m1" }, links: {} }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  process.on("unhandledRejection", rejected);
});
afterAll(async () => {
  process.off("unhandledRejection", rejected);
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

const SOURCES = {
  path: () => ({ path }),
  bytes: () => ({ stream: BYTES, filename: "a.mp4" }),
  Blob: () => ({ stream: new Blob([BYTES]), filename: "a.mp4" }),
  "Node stream": () => ({ stream: createReadStream(path) }),
  "web stream": () => ({
    stream: Readable.toWeb(createReadStream(path)) as ReadableStream,
    filename: "a.mp4",
  }),
  generator: () => ({ stream: reading(), filename: "a.mp4" }),
  function: () => ({ stream: () => createReadStream(path), filename: "a.mp4" }),
} as const;

/** Opens its file when it is first read, as a generator does. */
async function* reading() {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>;
}

const ENDINGS = ["success", "refusal", "abort", "server closes", "source fails"] as const;

/** A source that fails after so many bytes, and closes the file that it reads in every ending. */
async function* failing(at: number) {
  let length = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 8192 })) {
    length += chunk.length;
    if (length > at) throw new Error("the source failed");
    yield chunk as Uint8Array;
  }
  throw new Error("the source failed");
}

test(`an upload arrives whole or ends with an error, and leaves no file and no listener: ${RUNS} runs`, async () => {
  const source = fc.constantFrom(...(Object.keys(SOURCES) as (keyof typeof SOURCES)[]));
  const property = fc.asyncProperty(
    source,
    fc.constantFrom(...ENDINGS),
    fc.integer({ min: 1, max: SIZE }),
    async (kind, ending, at) => {
      received = [];
      closeAt = ending === "server closes" ? at : Infinity;
      const file = ending === "source fails" ? { stream: failing(at), filename: "a.mp4" } : SOURCES[kind]();
      const controller = new AbortController();
      const client = createClient({ apiKey: "key", baseUrl: url, retry: 0 });
      const body = ending === "refusal" ? { file, titel: "t" } : { file };
      const outcome = await client.media
        .create(body as { file: { path: string } }, {
          signal: controller.signal,
          ...(ending === "abort" && {
            onProgress: ({ loaded }: { loaded: number }) => void (loaded >= at && controller.abort()),
          }),
        })
        .catch((error: Error) => error);
      if (ending === "success") expect(received[0]?.includes(BYTES)).toBe(true);
      if (ending === "refusal") expect(outcome).toMatchObject({ name: "InputError" });
      if (ending === "source fails" || ending === "server closes")
        expect(outcome).toMatchObject({ ok: false, error: { name: "NetworkError" } });
      if (ending === "abort")
        expect("ok" in outcome && (outcome.ok || outcome.error.name)).toBeOneOf([true, "AbortError"]);
      await expect.poll(() => openCount(path), { interval: 5 }).toBe(0);
      expect(getEventListeners(controller.signal, "abort")).toEqual([]);
      expect(rejections).toEqual([]);
    },
  );
  const before = process.eventNames().map((name) => process.listenerCount(name));
  await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
  expect(process.eventNames().map((name) => process.listenerCount(name))).toEqual(before);
}, 900_000);
