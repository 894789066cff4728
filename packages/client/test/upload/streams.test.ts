import { once } from "node:events";
import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CallOptions, createClient, InputError } from "../../src/index.js";
import { nowhere, recordingServer } from "../recording-server.js";
import { openCount } from "./open-files.js";

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ittybit-streams-"));
  path = join(folder, "a.mp4");
  await writeFile(path, Buffer.alloc(3_000_000));
});
afterAll(() => rm(folder, { recursive: true }));

const clientOf = (baseUrl: string) => createClient({ apiKey: "key", baseUrl, retry: 0 });

async function* generator() {
  yield new Uint8Array(3);
}

describe("a Node stream that fails", () => {
  test.each(["before", "while"])("%s it is read settles the call with its error", async (when) => {
    await using server = await recordingServer();
    const stream = when === "before" ? createReadStream(join(folder, "missing.mp4")) : failing();
    if (when === "before") await new Promise((resolve) => stream.once("error", () => resolve(null)));
    const result = await clientOf(server.url).media.create({ file: { stream, filename: "a.mp4" } });
    expect(result).toMatchObject({ ok: false, status: null, error: { name: "NetworkError" } });
    expect(result.ok ? "" : result.error.message).toMatch(when === "before" ? /ENOENT/ : /the tape tore/);
    expect(server.requests).toEqual([]);
  });

  test("after a refused argument ends nothing but the call", async () => {
    const stream = createReadStream(join(folder, "missing.mp4"));
    const call = clientOf("http://127.0.0.1:9").media.create({ file: stream, titel: "t" } as {
      file: Readable;
    });
    await expect(call).rejects.toThrow("titel");
    await new Promise((resolve) => stream.once("close", () => resolve(null)));
  });
});

function failing(): Readable {
  let reads = 0;
  return new Readable({
    read() {
      if (reads++ < 3) this.push(Buffer.alloc(1000));
      else this.destroy(new Error("the tape tore"));
    },
  });
}

describe("a stream that was read already is refused, and nothing is sent", () => {
  const drain = async (stream: AsyncIterable<unknown>) => {
    for await (const _ of stream);
  };
  test.each<[string, () => Promise<AsyncIterable<Uint8Array> | ReadableStream>]>([
    [
      "a Node stream",
      async () => {
        const stream = createReadStream(path);
        await drain(stream);
        return stream;
      },
    ],
    [
      "a Node stream of which a part was read",
      async () => {
        const stream = createReadStream(path, { highWaterMark: 1 });
        await once(stream, "readable");
        stream.read(1);
        return stream;
      },
    ],
    [
      "a web stream",
      async () => {
        const stream = new Blob(["x"]).stream();
        await new Response(stream).text();
        return stream;
      },
    ],
    [
      "a web stream with a reader",
      async () => {
        const stream = new Blob(["x"]).stream();
        stream.getReader();
        return stream;
      },
    ],
    [
      "a generator",
      async () => {
        const read = generator();
        await drain(read);
        return read;
      },
    ],
    [
      "a body",
      async () => {
        const response = new Response("x");
        await response.text();
        return response.body as ReadableStream;
      },
    ],
  ])("%s", async (_case, open) => {
    await using server = await recordingServer();
    const call = clientOf(server.url).media.create({ file: { stream: await open(), filename: "a.mp4" } });
    await expect(call).rejects.toThrow(InputError);
    await expect(call).rejects.toThrow(/^file: .*already read/);
    expect(server.requests).toEqual([]);
  });
});

describe("an upload that never begins closes its source", () => {
  type Source = "Node stream" | "web stream" | "generator" | "function";
  const endings: [string, (file: { stream: never; filename: string }) => Promise<unknown>][] = [
    [
      "an unknown field",
      (file) => clientOf("http://127.0.0.1:9").media.create({ file, titel: "t" } as never),
    ],
    [
      "a type that is not accepted",
      (file) => clientOf("http://127.0.0.1:9").media.create({ file: { ...file, type: "text/plain" } }),
    ],
    ["a refused connection", async (file) => clientOf(await nowhere()).media.create({ file })],
    [
      "an abort before",
      (file) => clientOf("http://127.0.0.1:9").media.create({ file }, { signal: AbortSignal.abort() }),
    ],
    [
      "a key function that throws",
      (file) => createClient({ apiKey: () => Promise.reject(new Error("no key")) }).media.create({ file }),
    ],
    [
      "a path parameter that is refused",
      (file) =>
        clientOf("http://127.0.0.1:9").POST("/media", { body: { file: file as never, url: "x" } as never }),
    ],
  ];

  test.each(
    endings.flatMap(([name, act]) =>
      (["Node stream", "web stream", "generator", "function"] as const).map(
        (source): [string, Source, typeof act] => [name, source, act],
      ),
    ),
  )("%s: a %s", async (_ending, source, act) => {
    const opened: Readable[] = [];
    let closed = 0;
    const open = () => {
      const stream = createReadStream(path);
      opened.push(stream.on("close", () => closed++));
      return stream;
    };
    const read = async function* () {
      yield* open();
    };
    const stream = {
      "Node stream": open,
      "web stream": () =>
        new ReadableStream({
          start: () => void open(),
          pull: (controller) => controller.enqueue(new Uint8Array(3)),
          cancel: () => void opened[0]?.destroy(),
        }),
      generator: read,
      function: () => open,
    }[source]();
    await act({ stream: stream as never, filename: "a.mp4" }).catch(() => {});
    await expect.poll(() => [closed, openCount(path)]).toEqual([opened.length, 0]);
  });
});

describe("a source that stalls", () => {
  async function* stalling() {
    yield new Uint8Array(100_000);
    await new Promise(() => {});
  }
  test.each([
    ["at its first byte", () => new ReadableStream({})],
    ["in the middle", stalling],
  ])("%s ends the call after the idle timeout", async (_when, open) => {
    await using server = await recordingServer();
    const result = await clientOf(server.url).media.create(
      { file: { stream: open(), filename: "a.mp4" } },
      { idleTimeout: 50 },
    );
    expect(result).toMatchObject({ ok: false, status: null, error: { name: "TimeoutError" } });
    expect(result.ok ? "" : result.error.message).toContain('"a.mp4" had no bytes for 50 ms');
  });

  test("ends with the caller's signal too, and at once", async () => {
    await using server = await recordingServer();
    const options: CallOptions = { signal: AbortSignal.timeout(30) };
    const stream = new ReadableStream({});
    const result = await clientOf(server.url).media.create({ file: { stream, filename: "a.mp4" } }, options);
    expect(result).toMatchObject({ ok: false, error: { name: "AbortError" } });
  });

  test("waits for ever when it is told to", async () => {
    await using server = await recordingServer();
    const slow = async function* () {
      await new Promise((resolve) => setTimeout(resolve, 120));
      yield new Uint8Array(3);
    };
    const options = { idleTimeout: 0 };
    const file = { stream: slow(), filename: "a.mp4" };
    expect(await clientOf(server.url).media.create({ file }, options)).toMatchObject({ ok: true });
  });
});
