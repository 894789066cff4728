import { beforeAll, describe, expect, it } from "vitest";
import { createMock, type Mock } from "../../src/index.js";
import { call, file, form } from "../call-mock.js";

let mock: Mock;
beforeAll(async () => {
  mock = await createMock();
});

/** Uploads a file in a part whose header fields are written by hand. */
async function upload(path: string, name: string, fields: string) {
  const bytes = Buffer.from(await (await file(name, "")).arrayBuffer());
  const head = `--b\r\nContent-Disposition: form-data; name="file"; ${fields}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n--b--\r\n")]);
  return call(mock, "POST", path, { body, headers: { "Content-Type": "multipart/form-data; boundary=b" } });
}

describe("the bytes decide about a file", () => {
  it("without a Content-Type, as Python's requests sends it", async () => {
    const { status, body } = await upload("/media", "video.mp4", 'filename="video.mp4"');
    expect([status, body.data?.kind]).toEqual([201, "video"]);
    expect((await upload("/images", "video.mp4", 'filename="video.mp4"')).status).toBe(415);
  });

  it.each([
    ["/videos", "image.png", "video/mp4"],
    ["/images", "video.webm", "image/png"],
    ["/media", "../../../README.md", "video/mp4"],
  ])("%s: %s declared as %s", async (path, name, type) => {
    const isKnown = !name.endsWith(".md");
    const { status, body } = await call(mock, "POST", path, { body: form({ file: await file(name, type) }) });
    expect(status).toBe(isKnown ? 415 : 201);
    if (isKnown) expect(body.error.details).toMatchObject([{ location: "body", field: "file" }]);
  });

  it("that can hold audio alone: its container is accepted as audio", async () => {
    const sent = await file("video.mp4", "audio/mp4");
    expect((await call(mock, "POST", "/audio", { body: form({ file: sent }) })).body.data.kind).toBe("audio");
  });
});

it.each([
  ["image.heic", "image/heif"],
  ["image.jpg", "image/jpg"],
  ["video.mp4", "video/x-m4v"],
])("%s is accepted as %s", async (name, type) => {
  const { status } = await call(mock, "POST", "/media", { body: form({ file: await file(name, type) }) });
  expect(status).toBe(201);
});

describe("a declared media type that no response can have", () => {
  it.each(["audio/*", "audio/vnd.dolby.heaac-1", 'audio/mpeg; codecs="a b"', "audio/+", "AUDIO/MP3"])(
    "%s: the Media can be read",
    async (type) => {
      const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: ${type}\r\n\r\n`;
      const headers = { "Content-Type": "multipart/form-data; boundary=b" };
      const created = await call(mock, "POST", "/audio", { body: `${head}plain\r\n--b--\r\n`, headers });
      expect(created.status).toBe(201);
      expect((await call(mock, "GET", `/media/${created.body.data.id}`)).status).toBe(200);
    },
  );
});

describe("a file name", () => {
  it.each([
    ["../../etc/passwd.mp4", "passwd.mp4"],
    ["C:\\\\x\\\\a.mp4", "a.mp4"],
    ["a/b\\\\c.mp4", "c.mp4"],
    ["a\u0007b.mp4", "ab.mp4"],
    ["..", null],
    ["folder/", null],
  ])("%j is kept without folders and control characters", async (sent, filename) => {
    const { body } = await upload("/media", "video.mp4", `filename="${sent}"\r\nContent-Type: video/mp4`);
    expect(body.data).toMatchObject({ filename });
  });

  it("that was not sent is null", async () => {
    const { body } = await upload("/media", "video.mp4", "a=b\r\nContent-Type: video/mp4");
    expect(body.data).toMatchObject({ filename: null });
  });
});
