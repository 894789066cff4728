import { createMock, type Mock } from "@ittybit/mock";
import { mediaFile } from "@ittybit/test-support/traffic/media-file";
import { beforeAll, describe, expect, it } from "vitest";

let mock: Mock;
beforeAll(async () => {
  mock = await createMock();
});

type Parts = readonly (readonly [head: string, content: string | Uint8Array])[];

const disposition = (name: string, more = "") => `Content-Disposition: form-data; name="${name}"${more}`;
const field = (name: string, content: string) => [disposition(name), content] as const;
const upload = (type: string, content: string | Uint8Array = "bytes", name = "a.bin") =>
  [`${disposition("file", `; filename="${name}"`)}\r\nContent-Type: ${type}`, content] as const;
const mp4 = upload("video/mp4");
const https = "https://example.com/a.mp4";

interface Wrapping {
  readonly boundary?: string;
  readonly end?: string;
  readonly before?: string;
}

function write(
  parts: Parts,
  { boundary = "b", end = `--${boundary}--\r\n`, before = "" }: Wrapping = {},
): Uint8Array {
  const pieces = parts.flatMap(([head, content]) => [`--${boundary}\r\n${head}\r\n\r\n`, content, "\r\n"]);
  return Buffer.concat([before, ...pieces, end].map((piece) => Buffer.from(piece as string)));
}

async function send(path: string, body: Uint8Array | FormData, type = "multipart/form-data; boundary=b") {
  const headers = {
    Authorization: "Bearer key",
    ...(body instanceof FormData ? {} : { "Content-Type": type }),
  };
  const response = await mock.fetch(
    new Request(`http://mock.test${path}`, { method: "POST", headers, body }),
  );
  return { status: response.status, body: JSON.parse(await response.text()) };
}

const everyByte = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
const lookalike = Buffer.from("\r\n--c\r\n\r\n--b\r--b--\r\n--\r\n");

describe("valid bodies are accepted", () => {
  it.each<[string, Parts, object?]>([
    ["a file", [mp4]],
    ["a file of every byte", [upload("video/mp4", everyByte)], { filesize: 70_000 }],
    ["an empty file", [upload("image/png", "")], { filesize: 0 }],
    [
      "a file that holds what looks like its boundary",
      [upload("video/webm", lookalike)],
      { filesize: lookalike.length },
    ],
    ["a file with a title", [mp4, field("title", "Ünïcode ✓")], { title: "Ünïcode ✓" }],
    ["a title before the file", [field("title", "First"), mp4], { title: "First" }],
    [
      "a file with metadata",
      [mp4, field("metadata[a]", "1"), field("metadata[b c]", "2")],
      { metadata: { a: "1", "b c": "2" } },
    ],
    ["a name in UTF-8", [upload("video/mp4", "x", "håfen.mp4")], { filename: "håfen.mp4" }],
    ["a name with quotes", [upload("video/mp4", "x", 'a\\"b.mp4')]],
    ["a URL", [field("url", https)], { filename: "a.mp4" }],
    [
      "a URL with a title and metadata",
      [field("url", https), field("title", "x"), field("metadata[a]", "1")],
    ],
    [
      "a file without a type whose bytes are an image",
      [upload("application/octet-stream", Buffer.from("89504e470d0a1a0a", "hex"))],
    ],
  ])("%s", async (_what, parts, data = {}) => {
    expect(await send("/media", write(parts))).toMatchObject({ status: 201, body: { data } });
  });

  it("a preamble, a long boundary, and a quoted one", async () => {
    const boundary = "-".repeat(69);
    expect((await send("/media", write([mp4], { before: "read me not\r\n" }))).status).toBe(201);
    expect(
      (await send("/media", write([mp4], { boundary }), `multipart/form-data; boundary="${boundary}"`))
        .status,
    ).toBe(201);
  });

  it("each kind of file where it belongs", async () => {
    for (const [path, name] of [
      ["/videos", "video.mp4"],
      ["/images", "image.gif"],
      ["/audio", "audio.m4a"],
    ] as const) {
      const data = new FormData();
      const file = await mediaFile(name);
      data.set("file", file);
      expect(await send(path, data)).toMatchObject({
        status: 201,
        body: { data: { filename: name, filesize: file.size } },
      });
    }
  });
});

describe("invalid bodies are rejected, with the name of the field", () => {
  it.each<[string, Parts, number, (string | null)[], string?]>([
    ["neither file nor url", [field("title", "x")], 422, ["file", "url"]],
    ["no part at all", [], 422, ["file", "url"]],
    ["both", [mp4, field("url", https)], 422, ["file", "url"]],
    ["an unknown field", [mp4, field("titel", "x")], 422, ["titel"]],
    ["two unknown fields", [field("url", https), field("a", "x"), field("b", "x")], 422, ["a", "b"]],
    [
      "a misspelt file",
      [[`${disposition("File", '; filename="a"')}\r\nContent-Type: video/mp4`, "x"]],
      422,
      ["File", "file", "url"],
    ],
    ["a URL that is none", [field("url", "nonsense")], 422, ["url", "url"]],
    ["a URL of another scheme", [field("url", "ftp://example.com/a.mp4")], 422, ["url"]],
    ["two files", [mp4, mp4], 422, ["file"]],
    ["two titles", [mp4, field("title", "a"), field("title", "b")], 422, ["title"]],
    ["a text", [upload("text/plain")], 415, ["file"]],
    ["a PDF", [upload("application/pdf")], 415, ["file"]],
    [
      "a file without a type whose bytes are no media",
      [upload("application/octet-stream", "MZ")],
      415,
      ["file"],
    ],
    ["an image as a video", [upload("image/png")], 415, ["file"], "/videos"],
    ["a video as an image", [mp4], 415, ["file"], "/images"],
    ["a video as audio", [mp4], 415, ["file"], "/audio"],
    ["a type that is none", [upload("video")], 415, ["file", "file"]],
    ["a part without a name", [["Content-Disposition: form-data", "x"]], 400, [null]],
    ["a part without headers", [["", "x"]], 400, [null]],
    [
      "headers without end",
      [[disposition("file", `; filename="${"x".repeat(20_000)}"`), "x"]],
      400,
      [null, null],
    ],
  ])("%s", async (_what, parts, status, fields, path = "/media") => {
    const response = await send(path, write(parts));
    expect([
      response.status,
      response.body.error.details.map((detail: { field: string }) => detail.field),
    ]).toEqual([status, fields]);
    expect(response.body.meta).toMatchObject({ status, type: "error" });
  });

  it.each<[string, Uint8Array, string, number]>([
    ["without its end", write([mp4], { end: "" }), "multipart/form-data; boundary=b", 400],
    ["under another boundary", write([mp4]), "multipart/form-data; boundary=c", 400],
    ["without a boundary", write([mp4]), "multipart/form-data", 400],
    ["that is text", Buffer.from("file=a"), "multipart/form-data; boundary=b", 400],
    ["as JSON", Buffer.from("{}"), "application/json", 415],
    ["as a form", Buffer.from("url=a"), "application/x-www-form-urlencoded", 415],
    ["of bare bytes", Uint8Array.from(everyByte), "video/mp4", 415],
    ["of no type", Buffer.from("x"), "nonsense", 415],
  ])("a body %s", async (_what, body, type, status) => {
    const response = await send("/media", body, type);
    expect([response.status, response.body.error.details[0].location]).toEqual([
      status,
      status === 400 ? "body" : "header",
    ]);
  });
});
