import { createServer } from "node:net";
import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { type Client, createClient, InputError } from "../../src/index.js";
import { type Recorded, recordingServer } from "../recording-server.js";

/** What a call puts on the wire: the request line, and the body with its boundary named B. */
async function wire(call: (client: Client) => PromiseLike<unknown>): Promise<string> {
  await using server = await recordingServer();
  await call(createClient({ apiKey: "key", version: "2024-03-21", baseUrl: server.url, retry: 0 }));
  const [request] = server.requests as [Recorded];
  const boundary = request.headers["content-type"]?.split("boundary=")[1];
  const body = request.body.toString("utf8");
  const line = `${request.method} ${request.target}`;
  return body === "" ? line : `${line}\n${boundary ? body.replaceAll(boundary, "B") : body}`;
}

/** The golden bytes of a multipart body: parts of [headers, content]. */
const golden = (...parts: [head: string, content: string][]) =>
  `POST /media\n${parts.map(([head, content]) => `--B\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`).join("")}--B--\r\n`;

const PNG = "\r\nContent-Type: image/png";
const png = (name: string, bytes: string[] = ["x"]) => new File(bytes, name, { type: "image/png" });
const url = "https://files.test/a.mp4";

describe("paths", () => {
  test.each([
    ["vJ3kq9ZtWm2d", "vJ3kq9ZtWm2d"],
    ["a b", "a%20b"],
    ["a%2Fb", "a%252Fb"],
    ["%2e%2e", "%252e%252e"],
    ["a\\b", "a%5Cb"],
    ["a;b=c,d", "a%3Bb%3Dc%2Cd"],
    ["é\u{1f3ac}", "%C3%A9%F0%9F%8E%AC"],
    ["{id}", "%7Bid%7D"],
    ["a\r\nHost: evil.test", "a%0D%0AHost%3A%20evil.test"],
    ["a\0b", "a%00b"],
    ["$&", "%24%26"],
    ["__proto__", "__proto__"],
  ])("the id %j is one path segment", async (id, segment) => {
    expect(await wire((client) => client.media.get(id))).toBe(`GET /media/${segment}`);
  });

  test.each([
    [""],
    ["."],
    [".."],
    ["../videos"],
    ["a/b"],
    ["a?b"],
    ["a#b"],
    [undefined],
    [null],
    [7],
    [{}],
    ["\ud800"],
    ["x".repeat(256)],
  ])("the id %j is refused, and nothing is sent", async (id) => {
    await using server = await recordingServer();
    const client = createClient({ apiKey: "key", baseUrl: server.url });
    for (const call of [
      () => client.media.get(id as string),
      () => client.media.delete(id as string),
      () => client.media.update(id as string, { title: "t" }),
      () => client.GET("/media/{id}", { params: { path: { id: id as string } } }),
    ]) {
      await expect(call()).rejects.toThrow(InputError);
      await expect(call()).rejects.toMatchObject({ field: "id", message: expect.stringMatching(/^id: /) });
    }
    expect(server.requests).toEqual([]);
  });
});

describe("queries", () => {
  test.each([
    [{}, ""],
    [{ limit: 1 }, "?limit=1"],
    [{ limit: 250 }, "?limit=250"],
    [{ limit: 25, orderBy: "updated", order: "asc", page: 2 }, "?limit=25&orderBy=updated&order=asc&page=2"],
    [{ limit: undefined, order: "desc" }, "?order=desc"],
  ] as const)("%j", async (query, search) => {
    expect(await wire((client) => client.media.list(query as object))).toBe(`GET /media${search}`);
    expect(await wire((client) => client.GET("/videos", { params: { query: query as object } }))).toBe(
      `GET /videos${search}`,
    );
  });
});

describe("form-encoded bodies", () => {
  test.each([
    ["a title", { title: "a=b & c" }, "title=a%3Db+%26+c"],
    ["an empty title, which takes it away", { title: "" }, "title="],
    ["metadata", { metadata: { album: "été" } }, "metadata%5Balbum%5D=%C3%A9t%C3%A9"],
    ["metadata with a hostile key", { metadata: { "a]b[&=": "1" } }, "metadata%5Ba%5Db%5B%26%3D%5D=1"],
    ["several", { title: "t", metadata: { a: "1", b: "2" } }, "title=t&metadata%5Ba%5D=1&metadata%5Bb%5D=2"],
    ["line breaks as CRLF, as in an upload", { title: "a\nb\rc\r\nd" }, "title=a%0D%0Ab%0D%0Ac%0D%0Ad"],
    [
      "a date as the text that it is",
      { metadata: { day: "2024-03-20T09:15:30Z" } },
      "metadata%5Bday%5D=2024-03-20T09%3A15%3A30Z",
    ],
    [
      "metadata without a prototype, as a parser of queries makes them",
      { metadata: Object.assign(Object.create(null), { album: "sea" }) },
      "metadata%5Balbum%5D=sea",
    ],
    [
      "metadata of another realm, as a test in a sandbox makes them",
      { metadata: runInNewContext('({ album: "sea" })') },
      "metadata%5Balbum%5D=sea",
    ],
    ["what is undefined is left out", { title: "t", metadata: undefined }, "title=t"],
  ])("%s", async (_case, body, encoded) => {
    expect(await wire((client) => client.media.update("m1", body as object))).toBe(
      `PATCH /media/m1\n${encoded}`,
    );
  });
});

describe("multipart bodies", () => {
  test.each<[string, object, string]>([
    ["a URL", { url }, golden(['name="url"', url])],
    [
      "metadata and a title, in their order",
      { url, title: "Été", metadata: { "a b": "1" } },
      golden(['name="url"', url], ['name="title"', "Été"], ['name="metadata[a b]"', "1"]),
    ],
    [
      "line breaks of a text as CRLF",
      { url, title: "a\nb\rc\r\nd" },
      golden(['name="url"', url], ['name="title"', "a\r\nb\r\nc\r\nd"]),
    ],
    [
      "a quote in a name",
      { url, metadata: { 'a"b': "1" } },
      golden(['name="url"', url], ['name="metadata[a%22b]"', "1"]),
    ],
    [
      "a line break in a name",
      { url, metadata: { "a\nb": "1" } },
      golden(['name="url"', url], ['name="metadata[a%0D%0Ab]"', "1"]),
    ],
    ["an empty text", { url, title: "" }, golden(['name="url"', url], ['name="title"', ""])],
    ["a file", { file: png("a.png") }, golden([`name="file"; filename="a.png"${PNG}`, "x"])],
    [
      "the file after the rest",
      { file: png("a.png"), title: "t" },
      golden(['name="title"', "t"], [`name="file"; filename="a.png"${PNG}`, "x"]),
    ],
    [
      "a file name with quotes",
      { file: png('a".png') },
      golden([`name="file"; filename="a%22.png"${PNG}`, "x"]),
    ],
    [
      "a file name with a line break",
      { file: png("a\r\nX-Evil: 1.png") },
      golden([`name="file"; filename="a%0D%0AX-Evil: 1.png"${PNG}`, "x"]),
    ],
    [
      "a file name that is not ASCII",
      { file: png("видео \u{1f3ac}.png") },
      golden([`name="file"; filename="видео \u{1f3ac}.png"${PNG}`, "x"]),
    ],
    [
      "a file name with a semicolon and a backslash",
      { file: png("a;b\\c.png") },
      golden([`name="file"; filename="a;b\\c.png"${PNG}`, "x"]),
    ],
    ["an empty file", { file: png("a.png", []) }, golden([`name="file"; filename="a.png"${PNG}`, ""])],
    [
      "a file with what looks like a boundary",
      { file: png("a.png", ["\r\n--B--\r\n"]) },
      golden([`name="file"; filename="a.png"${PNG}`, "\r\n--B--\r\n"]),
    ],
    [
      "a Blob without a name",
      { file: new Blob(["x"], { type: "image/png" }) },
      golden([`name="file"; filename="file"${PNG}`, "x"]),
    ],
    [
      "a media type without its parameters",
      { file: new File(["x"], "a.mp4", { type: 'Video/MP4; codecs="avc1"' }) },
      golden(['name="file"; filename="a.mp4"\r\nContent-Type: video/mp4', "x"]),
    ],
  ])("%s", async (_case, body, expected) => {
    expect(await wire((client) => client.media.create(body as { url: string }))).toBe(expected);
  });

  test("have the bytes that fetch gives a FormData", async () => {
    const form = new FormData();
    form.append("title", "a\nb");
    form.append('metadata[a"\r\nb]', "é");
    form.append("file", new File(["bytes"], 'a"\r\n.png', { type: "image/png" }));
    const reference = new Response(form);
    const boundary = reference.headers.get("content-type")?.split("boundary=")[1] ?? "";
    const ours = await wire((client) =>
      client.media.create({
        title: "a\nb",
        metadata: { 'a"\r\nb': "é" },
        file: png('a"\r\n.png', ["bytes"]),
      }),
    );
    expect(ours.trimEnd()).toBe(
      `POST /media\n${(await reference.text()).replaceAll(boundary, "B")}`.trimEnd(),
    );
  });

  test("announce their length when it is known, and are chunked when it is not", async () => {
    await using server = await recordingServer();
    const client = createClient({ apiKey: "key", baseUrl: server.url });
    const stream = () => Readable.from([Buffer.from("abc")]);
    await client.media.create({ file: png("a.png") });
    await client.media.create({ file: { stream: stream(), size: 3, filename: "a.png" } });
    await client.media.create({ file: { stream: stream(), filename: "a.png" } });
    const framing = server.requests.map(({ headers, body }) => [
      Number(headers["content-length"]) === body.length,
      headers["transfer-encoding"],
    ]);
    expect(framing).toEqual([
      [true, undefined],
      [true, undefined],
      [false, "chunked"],
    ]);
  });

  test("of more than 4 GB are announced to the byte", async () => {
    const size = 5 * 2 ** 30;
    let announced = "";
    const server = createServer((socket) => {
      socket.once("data", (head) => {
        announced = /content-length: (\d+)/i.exec(head.toString("latin1"))?.[1] ?? "";
        socket.end("HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      });
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as { port: number };
    const piece = Buffer.alloc(1024);
    const stream = new ReadableStream({ pull: (controller) => controller.enqueue(piece) });
    const client = createClient({ apiKey: "key", baseUrl: `http://127.0.0.1:${port}` });
    await client.media.create({ file: { stream, size, filename: "a.mp4" } });
    server.close();
    expect(Number(announced)).toBeGreaterThan(size);
    expect(Number(announced)).toBeLessThan(size + 300);
  });
});

describe("headers", () => {
  test("carry key, version and the name of the client, and what the caller adds", async () => {
    await using server = await recordingServer();
    const client = createClient({
      apiKey: "key",
      version: "2024-03-21",
      baseUrl: server.url,
      headers: { "x-a": "1" },
    });
    await client.media.list({}, { headers: { "x-b": "2" }, version: "2025-01-01" });
    await client.GET("/media", { params: { header: { "Ittybit-Version": "2025-02-02" } } });
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: "Bearer key",
      "ittybit-version": "2025-01-01",
      "user-agent": expect.stringMatching(/^ittybit-client\/\d/),
      "x-a": "1",
      "x-b": "2",
    });
    expect(server.requests[1]?.headers).toMatchObject({ "ittybit-version": "2025-02-02" });
  });

  test("take a version that is undefined as not given", async () => {
    await using server = await recordingServer();
    const client = createClient({ apiKey: "key", version: "2024-03-21", baseUrl: server.url });
    await client.media.list({}, { version: undefined });
    expect(server.requests[0]?.headers["ittybit-version"]).toBe("2024-03-21");
  });

  test("carry the key that a function returns for each attempt", async () => {
    let given = 0;
    await using server = await recordingServer((_request, before) => (before === 0 ? { status: 503 } : {}));
    const apiKey = async () => `key-${++given}`;
    await createClient({ apiKey, baseUrl: server.url, retry: { base: 1 } }).media.list();
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer key-1",
      "Bearer key-2",
    ]);
  });
});
