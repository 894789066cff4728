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

const type = "multipart/form-data; boundary=b";

/** Hands out the chunks, and collects those that it gets back. */
async function* collecting(chunks: readonly Uint8Array[], back: unknown[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) back.push(yield chunk);
}

it.each([
  ["a form", "POST", "/media", type],
  ["a body of another media type", "POST", "/media", "text/plain"],
  ["a body that the operation does not document", "DELETE", "/media/vJ3kq9ZtWm2d", type],
])("hands each chunk back once it is used: %s", async (_what, method, path, contentType) => {
  const chunks = [body.subarray(0, 30), body.subarray(30, 90), body.subarray(90)];
  const back: unknown[] = [];
  const headers = [
    ["Authorization", "Bearer key"],
    ["Content-Type", contentType],
  ] as const;
  const host = method === "POST" ? "uploads" : "api";
  const url = `https://${host}.ittybit.com${path}`;
  await ittybit.checkRequest({ method, url, headers, body: collecting(chunks, back) });
  expect(back).toEqual(chunks);
});

it("keeps the first bytes of a file, not the chunk that they came in", async () => {
  const file = 'Content-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png';
  const chunks = [
    Buffer.from('--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nHar'),
    Buffer.from(`bour\r\n--b\r\n${file}\r\n\r\n${"PNG".repeat(100)}\r\n--b--\r\n`),
  ];
  const url = "https://uploads.ittybit.com/media";
  const headers = [["Content-Type", type]] as const;
  const report = await ittybit.checkRequest({ method: "POST", url, headers, body: collecting(chunks, []) });
  expect(report.body.parts.at(-1)?.head.buffer.byteLength).toBe(64);
});
