import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { servers } from "@ittybit/openapi";
import { describe, expect, onTestFinished, test } from "vitest";
import { type ClientOptions, createClient, InputError } from "../../src/index.js";
import { recordingServer } from "../recording-server.js";

const url = "https://a.test/a.mp4";
const VIDEO = fileURLToPath(new URL("../../../../test/fixtures/media/video.mp4", import.meta.url));

describe("a base URL", () => {
  test("can be a URL object, for one host or for all", async () => {
    await using server = await recordingServer();
    const one = createClient({ apiKey: "key", baseUrl: new URL(`${server.url}/v1/`) });
    await one.media.list();
    const two = createClient({ apiKey: "key", baseUrl: { api: new URL(server.url) } });
    await two.media.list();
    expect(server.requests.map(({ target }) => target)).toEqual(["/v1/media", "/media"]);
  });

  test("that is undefined is the live API", async () => {
    const urls: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      urls.push(String(input));
      return Response.json({ data: [] });
    };
    await createClient({ apiKey: "key", fetch, baseUrl: undefined }).media.list();
    await createClient({ apiKey: "key", fetch, baseUrl: { api: undefined } }).media.list();
    expect(urls).toEqual([`${servers.api}/media`, `${servers.api}/media`]);
  });

  test.each<[string, unknown, RegExp]>([
    ["null", null, /^baseUrl: must be/],
    ["null for a host", { api: null }, /^baseUrl: must be/],
    ["a query", "https://a.test/?key=1", /^baseUrl: .*HTTP URL of host and path$/],
    ["an empty query", "https://a.test?", /^baseUrl: /],
    ["a fragment", "https://a.test/#top", /^baseUrl: /],
    ["a user", "https://user:secret@a.test", /^baseUrl: (?!.*secret)/],
    [
      "a misspelt host",
      { upload: "https://a.test" },
      /^baseUrl\.upload: is not known here; known: api, uploads/,
    ],
    ["a number", 4010, /^baseUrl: /],
  ])("that is or has %s is refused", (_case, baseUrl, message) => {
    const act = () => createClient({ apiKey: "key", baseUrl } as ClientOptions);
    expect(act).toThrow(InputError);
    expect(act).toThrow(message);
  });
});

describe("an option that does not exist is refused by name, before anything is sent", () => {
  const fetch = async () => {
    throw new Error("something was sent");
  };
  const client = createClient({ apiKey: "key", fetch });

  test.each<[string, object, RegExp]>([
    ["of a client", { baseURL: url }, /^baseURL: is not known here; known: version, .*, apiKey, baseUrl, /],
    ["of a client, though a call has it", { signal: null }, /^signal: is not known here/],
    ["for retries", { retry: { limits: 3 } }, /^retry\.limits: is not known here; known: limit, creates, /],
  ])("%s", (_case, options, message) => {
    const act = () => createClient({ apiKey: "key", ...options });
    expect(act).toThrow(InputError);
    expect(act).toThrow(message);
  });

  test.each<[string, (options: object) => PromiseLike<unknown>]>([
    ["of a list", (options) => client.media.list({}, options)],
    ["of a call", (options) => client.media.get("m1", options)],
    ["of an upload", (options) => client.media.create({ url }, options)],
    ["of a wait", (options) => client.media.wait("m1", options)],
    ["of a method", (options) => client.GET("/media", options)],
  ])("%s", async (_case, call) => {
    await expect(call({ timeOut: 5 })).rejects.toThrow(
      /^timeOut: is not known here; known: version, timeout, /,
    );
    await expect(call({ retry: { max: 5 } })).rejects.toThrow(/^retry\.max: is not known here/);
    await expect(call({ baseUrl: url })).rejects.toThrow(InputError);
  });
});

describe("a header that cannot be sent is refused by name, without its value and without a retry", () => {
  test.each<[string, object, RegExp]>([
    ["a value with a line break", { headers: { "x-a": "secret\r\nx-b: 1" } }, /^x-a: cannot be sent/],
    ["a value that is not Latin-1", { headers: { "x-a": "secret \u{1f3ac}" } }, /^x-a: cannot be sent/],
    ["a name with a space", { headers: { "x a": "1" } }, /^x a: cannot be sent/],
    ["a version with a line break", { version: "2024-03-21\n" }, /^ittybit-version: cannot be sent/],
  ])("%s", async (_case, options, message) => {
    await using server = await recordingServer();
    const retries: unknown[] = [];
    const client = createClient({
      apiKey: "key",
      baseUrl: server.url,
      onRetry: (retry) => retries.push(retry),
    });
    const call = client.media.get("m1", options);
    await expect(call).rejects.toThrow(message);
    await expect(call).rejects.toThrow(/^(?!.*secret)/);
    expect([server.requests, retries]).toEqual([[], []]);
  });
});

describe("a key that is null", () => {
  test("is not sent", async () => {
    await using server = await recordingServer();
    await createClient({ apiKey: null, baseUrl: server.url }).media.list();
    await createClient({ apiKey: async () => null, baseUrl: server.url }).media.list();
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
  });

  test("is not sent after a key that was", async () => {
    await using server = await recordingServer();
    const keys = ["first", null];
    const client = createClient({ apiKey: () => keys.shift() ?? null, baseUrl: server.url });
    await client.media.list();
    await client.media.list();
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer first", undefined]);
  });
});

describe("metadata that is not text names its key", () => {
  test.each<[string, object, string]>([
    ["a number", { album: "a", track: 7 }, "metadata.track: must be text, not 7"],
    ["null", { album: null }, "metadata.album: must be text, not null"],
    ["half a character", { album: "\ud800" }, 'metadata.album: must be text, not "\\ud800"'],
  ])("%s", async (_case, metadata, message) => {
    const client = createClient({ apiKey: "key", baseUrl: "http://127.0.0.1:9" });
    const call = client.media.update("m1", { metadata } as { metadata: Record<string, string> });
    await expect(call).rejects.toThrow(message);
  });
});

describe("a file", () => {
  const create = async (file: unknown) => {
    await using server = await recordingServer();
    const client = createClient({ apiKey: "key", baseUrl: server.url });
    await client.audio.create({ file } as { file: Blob });
    return server.requests[0]?.body.toString("latin1") ?? "";
  };

  test.each<[string, unknown]>([
    [
      "a type that breaks out of its header",
      { stream: new Uint8Array(3), type: "audio/x\r\nX-Injected: yes" },
    ],
    ["a type with a quote", { stream: new Uint8Array(3), type: 'audio/"x' }],
  ])("with %s is refused", async (_case, file) => {
    await expect(create(file)).rejects.toThrow(/^file: /);
  });

  test("of type application/octet-stream has the type of its name", async () => {
    const file = new File(["x"], "a.mp3", { type: "application/octet-stream" });
    expect(await create(file)).toContain("Content-Type: audio/mpeg\r\n");
  });

  test("can be an ArrayBuffer", async () => {
    const stream = new TextEncoder().encode("bytes").buffer;
    expect(await create({ stream, filename: "a.mp3" })).toContain("\r\n\r\nbytes\r\n");
  });

  test("can be a file URL, whose name is decoded", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ittybit-client-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, "a b.mp3");
    await copyFile(VIDEO, path);
    expect(await create({ path: pathToFileURL(path) })).toContain('filename="a b.mp3"');
  });

  test.each<[string, unknown, RegExp]>([
    ["bytes without a name", new Uint8Array(3), /^file: needs a filename or a type: \{ stream, filename \}/],
    ["a Response", new Response("x"), /^file: must be bytes, a stream, .* not \[object Response\]/],
    [
      "what multer gives",
      { fieldname: "file", originalname: "a.mp3", buffer: new Uint8Array(3) },
      /^file\.fieldname: is not known here; known: path, stream, filename, type, size/,
    ],
    ["a URL", new URL(url), /^file: must be bytes, .*not \[object URL\]/],
  ])("that is %s is refused with what to give instead", async (_case, file, message) => {
    await expect(create(file)).rejects.toThrow(message);
  });
});

test("hooks and key functions that throw reject the call with their error, and are not retried", async () => {
  await using server = await recordingServer(() => ({ status: 503, body: "" }));
  const fault = new Error("the hook broke");
  const broken = () => {
    throw fault;
  };
  for (const options of [
    { onRequest: broken },
    { onResponse: broken },
    { onRetry: broken },
    { apiKey: broken },
  ]) {
    const client = createClient({ apiKey: "key", baseUrl: server.url, retry: { base: 1 }, ...options });
    await expect(client.media.get("m1")).rejects.toBe(fault);
  }
  expect(server.requests).toHaveLength(2);
});

test("cache, credentials and next reach fetch, of the client and of a call", async () => {
  const seen: (RequestInit | undefined)[] = [];
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    seen.push(init);
    return Response.json({ data: [] });
  };
  const client = createClient({ apiKey: null, fetch, credentials: "include", cache: "no-store" });
  await client.media.list({}, { cache: "reload", next: { revalidate: 60, tags: ["media"] } });
  expect(seen[0]).toMatchObject({
    credentials: "include",
    cache: "reload",
    next: { revalidate: 60, tags: ["media"] },
  });
});
