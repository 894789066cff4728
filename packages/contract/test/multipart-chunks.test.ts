import ittybit from "@ittybit/contract";
import { expect, it } from "vitest";

const body = Buffer.from(
  [
    '--b\r\nContent-Disposition: form-data; name="url"\r\n\r\nhttps://example.com/a.mp4',
    '--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nHarbour\r\n--b-',
    "--b--\r\n",
  ].join("\r\n"),
);

/** Passes the body in chunks that all use the same memory, as soon as the next one is asked for. */
async function* inReusedMemory(size: number): AsyncGenerator<Uint8Array> {
  const memory = Buffer.alloc(size);
  for (let at = 0; at < body.length; at += size) {
    const length = body.copy(memory, 0, at, at + size);
    yield memory.subarray(0, length);
  }
}

it.each([1, 2, 7, 16, 61])(
  "keeps copies of what it needs of a chunk, not the chunk: %d bytes each",
  async (size) => {
    const report = await ittybit.checkRequest({
      method: "POST",
      url: "https://uploads.ittybit.com/media",
      headers: [
        ["Authorization", "Bearer key"],
        ["Content-Type", "multipart/form-data; boundary=b"],
      ],
      body: inReusedMemory(size),
    });
    expect(report.findings).toEqual([]);
    expect(report.body.value).toEqual({ url: "https://example.com/a.mp4", title: "Harbour\r\n--b-" });
  },
);
