import { createReadStream, openAsBlob } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { writeRoutes } from "@ittybit/openapi";
import { describe, expect, onTestFinished, test } from "vitest";
import { createClient, type FileInput, InputError } from "../../src/index.js";
import { type Recorded, recordingServer } from "../recording-server.js";

const FOLDER = fileURLToPath(new URL("../../../../test/fixtures/media/", import.meta.url));
const path = join(FOLDER, "video.mp4");
const bytes = await readFile(path);

/** The file part of a request, as a parser reads it. */
async function filePart({ body, headers }: Recorded) {
  const form = await new Response(body, {
    headers: { "content-type": headers["content-type"] ?? "" },
  }).formData();
  const file = form.get("file") as File;
  return { name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) };
}

describe("a file can be given as", () => {
  const facts = { filename: "video.mp4" };
  test.each<[string, () => FileInput | Promise<FileInput>]>([
    ["a path", () => ({ path })],
    ["a File", () => new File([bytes], "video.mp4", { type: "video/mp4" })],
    ["a File whose type is told by its name", () => new File([bytes], "video.mp4")],
    ["a Blob on disk", async () => ({ stream: await openAsBlob(path), ...facts })],
    ["a Buffer", () => ({ stream: bytes, ...facts })],
    [
      "a view into a larger buffer",
      () => {
        const twice = Buffer.concat([bytes, bytes]);
        return { stream: new Uint8Array(twice.buffer, twice.byteOffset, bytes.length), ...facts };
      },
    ],
    ["a web stream", () => ({ stream: new Blob([bytes]).stream(), ...facts })],
    ["a Node stream", () => ({ stream: Readable.from([bytes]), ...facts })],
    ["a Node stream of a file, bare", () => createReadStream(path)],
    [
      "an iterable",
      () => ({
        stream: (async function* () {
          yield bytes.subarray(0, 9);
          yield bytes.subarray(9);
        })(),
        ...facts,
      }),
    ],
    ["a function that makes one", () => ({ stream: () => createReadStream(path), ...facts })],
    [
      "a stream with all that is known of it",
      () => ({
        stream: createReadStream(path),
        size: bytes.length,
        filename: "video.mp4",
        type: "video/mp4",
      }),
    ],
  ])("%s", async (_case, file) => {
    await using server = await recordingServer();
    const client = createClient({ apiKey: "key", baseUrl: server.url });
    expect(await client.media.create({ file: await file() })).toMatchObject({ ok: true });
    const part = await filePart(server.requests[0] as Recorded);
    expect([part.name, part.type, part.bytes.equals(bytes)]).toEqual(["video.mp4", "video/mp4", true]);
  });
});

test("every accepted format is known by its file name", async () => {
  await using server = await recordingServer();
  const client = createClient({ apiKey: "key", baseUrl: server.url });
  const names = (await readdir(FOLDER)).filter((name) => /^(video|image)\./.test(name)).sort();
  for (const name of names) await client.media.create({ file: { path: join(FOLDER, name) } });
  await client.audio.create({ file: { path: join(FOLDER, "audio.m4a") } });
  expect(
    await Promise.all(
      server.requests.map(async (request) =>
        Object.values(await filePart(request))
          .slice(0, 2)
          .join(" "),
      ),
    ),
  ).toEqual([
    "image.gif image/gif",
    "image.heic image/heic",
    "image.jpg image/jpeg",
    "image.png image/png",
    "image.webp image/webp",
    "video.hevc video/hevc",
    "video.mkv video/x-matroska",
    "video.mov video/quicktime",
    "video.mp4 video/mp4",
    "video.webm video/webm",
    "audio.m4a audio/mp4",
  ]);
});

describe("is refused before anything is sent", () => {
  const named = (filename: string, type = "") => new File(["x"], filename, { type });
  test.each<[string, unknown, RegExp]>([
    [
      "a format that is not accepted",
      { file: named("a.pdf", "application/pdf") },
      /^file: application\/pdf is none of the accepted types video\/mp4, /,
    ],
    ["an ending that is not accepted", { file: named("a.pdf") }, /^file: "a\.pdf" is none of/],
    ["bytes without name and type", { file: bytes }, /^file: needs a filename or a type/],
    [
      "a type that would break out of its header",
      { file: { stream: bytes, type: "video/mp4\r\nX-Evil: 1" } },
      /^file: /,
    ],
    ["a text", { file: "video.mp4" }, /^file: must be bytes, a stream/],
    ["null", { file: null }, /^file: /],
    ["a path to nothing", { file: { path: "/nowhere.mp4" } }, /^file: cannot read \/nowhere\.mp4/],
    ["a path to a folder", { file: { path: FOLDER } }, /^file: .* is not a file/],
    ["both file and url", { file: named("a.png"), url: "https://a.test/" }, /^file, url: .*not both/],
    ["neither", { title: "t" }, /^file, url: .*not neither/],
    ["nothing", undefined, /^file, url: /],
    ["a URL that nobody can fetch", { url: "ftp://a.test/a.mp4" }, /^url: must match/],
    [
      "a field with a typo",
      { url: "https://a.test/", titel: "t" },
      /^titel: is not known here; known: file, url, title, metadata/,
    ],
    ["a title that is not text", { url: "https://a.test/", title: 7 }, /^title: must match/],
    [
      "metadata that is not text",
      { url: "https://a.test/", metadata: { a: 1 } },
      /^metadata\.a: must be text, not 1/,
    ],
    ["metadata in a list", { url: "https://a.test/", metadata: ["a"] }, /^metadata: must match/],
  ])("%s", async (_case, body, message) => {
    await using server = await recordingServer();
    const client = createClient({ apiKey: "key", baseUrl: server.url });
    const call = () => client.media.create(body as { url: string });
    await expect(call()).rejects.toThrow(InputError);
    await expect(call()).rejects.toThrow(message);
    await expect(client.POST("/media", { body: body as { url: string } })).rejects.toThrow(InputError);
    expect(server.requests).toEqual([]);
  });

  test.each<[string, unknown, RegExp]>([
    ["an update of nothing", {}, /^title, metadata: must be at least one/],
    ["an update with empty metadata", { metadata: {} }, /^metadata: has nothing to send/],
    ["a field that cannot be updated", { kind: "video" }, /^kind: is not known here/],
  ])("%s", async (_case, body, message) => {
    const client = createClient({ apiKey: "key", baseUrl: "http://127.0.0.1:9" });
    await expect(client.media.update("m1", body as object)).rejects.toThrow(message);
  });

  test.each<[object, RegExp]>([
    [{ limit: 0 }, /^limit: must match .*"minimum":1,"maximum":250.*not be 0/],
    [{ limit: 251 }, /^limit: /],
    [{ limit: 1.5 }, /^limit: /],
    [{ limit: "10" }, /^limit: /],
    [{ limit: Number.NaN }, /^limit: /],
    [{ page: 0 }, /^page: /],
    [{ orderBy: "size" }, /^orderBy: must match .*"created","updated","filesize"/],
    [{ order: null }, /^order: /],
    [{ kind: "video" }, /^kind: is not known here; known: limit, page, orderBy, order/],
  ])("the query %j", async (query, message) => {
    const client = createClient({ apiKey: "key", baseUrl: "http://127.0.0.1:9" });
    await expect(client.media.list(query).orThrow()).rejects.toThrow(message);
  });

  test.each(["ftp://a.test", "api.ittybit.com", "", "https://"])("the base URL %j", (baseUrl) => {
    expect(() => createClient({ apiKey: "key", baseUrl })).toThrow(/^baseUrl: /);
  });
});

describe("a file that is not what it said", () => {
  test.each([
    ["shorter", 100, "less"],
    ["longer", 5, "more"],
  ])("%s than its size fails, and says so", async (_case, size, word) => {
    await using server = await recordingServer();
    const client = createClient({ apiKey: "key", baseUrl: server.url, retry: 0 });
    const result = await client.media.create({
      file: { stream: Readable.from([Buffer.alloc(50)]), size, filename: "a.mp4" },
    });
    expect(result).toMatchObject({ ok: false, status: null, error: { name: "NetworkError" } });
    expect(result.ok ? "" : result.error.message).toContain(`"a.mp4" has ${word} than its ${size} bytes`);
    expect(server.requests).toEqual([]);
  });

  test("a stream that breaks fails with the error of the stream", async () => {
    await using server = await recordingServer();
    const client = createClient({ apiKey: "key", baseUrl: server.url, retry: 0 });
    const stream = (async function* () {
      yield bytes;
      throw new Error("the tape tore");
    })();
    const result = await client.media.create({ file: { stream, filename: "a.mp4" } });
    expect(result.ok ? "" : result.error.message).toContain("the tape tore");
  });
});

test("an upload that is refused early, while its bytes are still being sent, has that response", async () => {
  await using server = await earlyRefusal();
  const client = createClient({ apiKey: "key", baseUrl: server.url, retry: 0 });
  const result = await client.media.create({
    file: { stream: new Uint8Array(30_000_000), filename: "a.mp4" },
  });
  expect(result).toMatchObject({ ok: false, status: 413, error: { code: "content_too_large" } });
});

/** Returns 413 as soon as it has the head of a request, and reads no more. */
async function earlyRefusal() {
  const { createServer } = await import("node:http");
  const server = createServer((_incoming, outgoing) => {
    outgoing.writeHead(413, { "content-type": "application/json" });
    outgoing.end(JSON.stringify({ error: { code: "content_too_large", message: "Too large." } }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

test("a file is read again for a retry, and its stream is let go after an abort", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ittybit-client-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "a.mp4"), Buffer.alloc(3_000_000));
  await using server = await recordingServer();
  const client = createClient({ apiKey: "key", baseUrl: server.url });
  const controller = new AbortController();
  const opened: { destroyed: boolean }[] = [];
  const stream = () => {
    const made = createReadStream(join(folder, "a.mp4"));
    opened.push(made);
    return made;
  };
  const result = await client.media.create(
    { file: { stream, filename: "a.mp4" } },
    { signal: controller.signal, onProgress: ({ loaded }) => loaded > 100_000 && controller.abort() },
  );
  expect(result).toMatchObject({ ok: false, error: { name: "AbortError" } });
  await expect.poll(() => opened.map(({ destroyed }) => destroyed)).toEqual([true]);
});

test.each([
  ["the caller's signal", "AbortError"],
  ["a time limit", "TimeoutError"],
])("a stream is not read on, and is let go, after %s", async (_case, name) => {
  await using server = await recordingServer();
  const client = createClient({ apiKey: "key", baseUrl: server.url, retry: 0 });
  const controller = new AbortController();
  let read = 0;
  let letGo = false;
  const stream = (async function* () {
    try {
      while (read < 50_000) {
        if (name === "AbortError" && read === 50) controller.abort();
        if (name === "TimeoutError" && read === 50) await delay(100);
        read++;
        yield new Uint8Array(1000);
      }
    } finally {
      letGo = true;
    }
  })();
  const options = { signal: controller.signal, timeout: name === "TimeoutError" ? 50 : 0 };
  const result = await client.media.create({ file: { stream, filename: "a.mp4" } }, options);
  expect(result).toMatchObject({ ok: false, error: { name } });
  await expect.poll(() => letGo).toBe(true);
  expect(read).toBeLessThan(60);
});

test("the accepted formats are those of the contract", () => {
  expect(writeRoutes.createImage.fields.file.contentTypes).toContain("image/heic");
});
