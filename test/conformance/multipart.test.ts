import ittybit from "@ittybit/contract";
import { describe, expect, test } from "vitest";
import { bytes, field, file, multipart, summarize } from "./messages.js";

type Row = readonly [title: string, body: string, findings: readonly string[], contentType?: string];

const video = [file("file", "a.mp4", "video/mp4"), "\0\0\0\x18ftyp"] as const;
const url = [field("url"), "https://example.com/a.mp4"] as const;

const valid: readonly Row[] = [
  ["a file", multipart("B", video), []],
  ["a URL", multipart("B", url), []],
  ["a file with a title", multipart("B", video, [field("title"), "Harbour"]), []],
  ["labels", multipart("B", video, [field("metadata[album]"), "Coast"], [field("metadata[a b]"), "é"]), []],
  ["an image", multipart("B", [file("file", "a.png", "image/png"), "x"]), []],
  ["a media type in capitals", multipart("B", [file("file", "a.png", "IMAGE/PNG; q=1"), "x"]), []],
  ["an empty file", multipart("B", [file("file", "a.mp4", "video/mp4"), ""]), []],
  ["an empty title", multipart("B", video, [field("title"), ""]), []],
  ["a preamble and an epilogue", `hello\r\n${multipart("B", url)}bye`, []],
  ["padding after boundaries", multipart("B", url).replace("--B\r\n", "--B \t\r\n"), []],
  ["line ends in a file", multipart("B", [video[0], "\r\n\r\n--\r\n--"]), []],
  ["a line that looks like the boundary", multipart("B", [video[0], "\r\n--Bx\r\n--\r\nB"]), []],
  ["a quoted boundary", multipart("a b:c", url), [], 'multipart/form-data; boundary="a b:c"'],
  [
    "the longest common boundary",
    multipart("x".repeat(70), url),
    [],
    `multipart/form-data; boundary=${"x".repeat(70)}`,
  ],
  ["unquoted names", multipart("B", ["Content-Disposition: form-data; name=url", url[1]]), []],
  ["headers in other cases", multipart("B", ['content-DISPOSITION:form-data;NAME="url"', url[1]]), []],
  ["an unknown part header", multipart("B", [`${field("url")}\r\nX-More: 1`, url[1]]), []],
  ["a folded part header", multipart("B", ['Content-Disposition: form-data;\r\n name="url"', url[1]]), []],
  [
    "an extended file name",
    multipart("B", [`${field("file")}; filename*=UTF-8''%C3%A9.mp4\r\nContent-Type: video/mp4`, "x"]),
    [],
  ],
  ["a title in UTF-8", multipart("B", url, [field("title"), "Hafen ⚓"]), []],
];

const invalid: readonly Row[] = [
  ["neither file nor URL", multipart("B", [field("title"), "x"]), ["warning required body"]],
  ["a file and a URL", multipart("B", video, url), ["warning not body"]],
  [
    "an unknown field",
    multipart("B", url, [field("colour"), "red"]),
    ['warning additionalProperties "colour" body'],
  ],
  [
    "a misspelt file",
    multipart("B", [file("File", "a.mp4", "video/mp4"), "x"]),
    ['warning additionalProperties "File" body', "warning required body"],
  ],
  ["two files", multipart("B", video, video), ["error value-repeated body file"]],
  ["two URLs", multipart("B", url, url), ["error value-repeated body url"]],
  [
    "text as a file",
    multipart("B", [file("file", "a.txt", "text/plain"), "x"]),
    ["warning part-media-type body file"],
  ],
  [
    "a file without a media type",
    multipart("B", [`${field("file")}; filename="a.mp4"`, "x"]),
    ["warning part-media-type body file"],
  ],
  [
    "a file with half a media type",
    multipart("B", [file("file", "a", "video"), "x"]),
    ["error media-type-malformed body file", "warning part-media-type body file"],
  ],
  [
    "a relative URL",
    multipart("B", [field("url"), "/a.mp4"]),
    ["warning format body /url", "warning pattern body /url"],
  ],
  ["an FTP URL", multipart("B", [field("url"), "ftp://a.b/c"]), ["warning pattern body /url"]],
  [
    "an empty URL",
    multipart("B", [field("url"), ""]),
    ["warning format body /url", "warning pattern body /url"],
  ],
  ["labels without a key", multipart("B", url, [field("metadata"), "x"]), ["warning type body /metadata"]],
  [
    "labels with a broken key",
    multipart("B", url, [field("metadata[a"), "x"]),
    ["warning value-malformed body metadata"],
  ],
  [
    "labels with an empty key",
    multipart("B", url, [field("metadata[]"), "x"]),
    ["warning value-malformed body metadata"],
  ],
  [
    "a URL with a file name",
    multipart("B", [file("url", "blob", "application/octet-stream"), "/a.mp4"]),
    ["warning format body /url", "warning pattern body /url"],
  ],
  ["a title that is not UTF-8, with a file name", "", ["error body-unreadable body title"]],
  [
    "a part without a name",
    multipart("B", url, ["Content-Type: text/plain", "x"]),
    ["error multipart-malformed(no-name) body"],
  ],
  [
    "an attachment",
    multipart("B", url, ['Content-Disposition: attachment; name="title"', "x"]),
    ["error multipart-malformed(no-name) body"],
  ],
  [
    "a header without a colon",
    multipart("B", [`${field("url")}\r\nnonsense`, url[1]]),
    ["error multipart-malformed(bad-header) body"],
  ],
  [
    "a NUL in a name",
    multipart("B", url, [field("ti\0tle"), "x"]),
    ["error multipart-malformed(bad-header) body", 'warning additionalProperties "ti\0tle" body'],
  ],
  [
    "headers of 20 KB",
    multipart("B", url, [`${field("title")}\r\nX: ${"x".repeat(20_000)}`, "x"]),
    ["error multipart-malformed(headers-too-large) body", "error multipart-malformed(no-name) body"],
  ],
  [
    "no closing boundary",
    multipart("B", url).replace("\r\n--B--\r\n", ""),
    ["error multipart-malformed(no-end) body"],
  ],
  [
    "an end in the headers",
    `--B\r\n${field("url")}`,
    ["error multipart-malformed(no-end) body", "warning required body"],
  ],
  ["no parts", "--B--\r\n", ["error multipart-malformed(no-parts) body", "warning required body"]],
  [
    "another boundary",
    multipart("C", url),
    ["error multipart-malformed(not-multipart) body", "warning required body"],
  ],
  [
    "no boundary",
    multipart("B", url),
    ["error multipart-malformed(no-boundary) body"],
    "multipart/form-data",
  ],
  [
    "line ends without CR",
    multipart("B", url).replaceAll("\r\n", "\n"),
    ["error multipart-malformed(not-multipart) body", "warning required body"],
  ],
  [
    "10,000 parts",
    multipart("B", url, ...Array.from({ length: 10_000 }, () => [field("title"), "x"] as const)),
    ["error multipart-malformed(too-many-parts) body", "error value-repeated body title"],
  ],
  ["JSON instead", "{}", ["error media-type-undocumented media-type"], "application/json"],
  [
    "a form instead",
    "url=https://a.b/c",
    ["error media-type-undocumented media-type"],
    "application/x-www-form-urlencoded",
  ],
  ["a broken media type", multipart("B", url), ["error media-type-malformed media-type"], "multipart"],
  ["a title that is not UTF-8", "", ["error body-unreadable body title"]],
];

describe.each([
  ["whole", (body: Uint8Array) => body],
  ["byte by byte", slices(1)],
  ["in sevens", slices(7)],
])("createMedia, sent %s,", (how, cut) => {
  const rows =
    how === "whole"
      ? [...valid, ...invalid]
      : [...valid, ...invalid.filter(([, { length }]) => length < 5_000)];
  test.each(rows.map(complete))("%s", async (title, text, expected, contentType) => {
    const body = cut(title.startsWith("a title that is not UTF-8") ? latin1(title) : bytes(text));
    const report = await ittybit.checkRequest({
      method: "POST",
      url: "https://uploads.ittybit.com/media",
      headers: [
        ["authorization", "Bearer key"],
        ["content-type", contentType],
      ],
      body,
    });
    expect(report.findings.map(summarize).sort()).toEqual([...expected].sort());
  });
});

test("reports the parts with names, types, sizes and first bytes, and keeps no files", async () => {
  const { body } = await ittybit.checkRequest({
    method: "POST",
    url: "https://uploads.ittybit.com/media",
    headers: [
      ["authorization", "Bearer key"],
      ["content-type", "multipart/form-data; boundary=B"],
    ],
    body: bytes(multipart("B", video, [field("title"), "Hi"])),
  });
  expect(body.parts).toMatchObject([
    { number: 1, name: "file", filename: "a.mp4", contentType: "video/mp4", size: 8, content: null },
    { number: 2, name: "title", filename: null, contentType: null, size: 2, content: bytes("Hi") },
  ]);
  expect(new TextDecoder().decode(body.parts[0]?.head)).toBe("\0\0\0\x18ftyp");
  expect(body.value).toEqual({ file: "", title: "Hi" });
});

function complete([title, body, findings, contentType = "multipart/form-data; boundary=B"]: Row) {
  return [title, body, findings, contentType] as const;
}

function slices(size: number) {
  return async function* (body: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < body.length; at += size) yield body.slice(at, at + size);
  };
}

function latin1(title: string): Uint8Array {
  const name = title.endsWith("name") ? file("title", "blob", "text/plain") : field("title");
  return Buffer.from(multipart("B", url, [name, "caf\xe9"]), "latin1");
}
