import { edgeCases } from "@ittybit/test-support/documents/edge-cases";
import { expect, test } from "vitest";
import { bytes, field, file, multipart, summarize } from "./messages.js";

type Row = readonly [title: string, body: string, findings: readonly string[]];

const doc = [`${field("doc")}\r\nContent-Type: application/json`, '{"title":"x"}'] as const;
const photo = [`${file("photos", "p.png", "image/png")}\r\nX-Width: 640`, "png"] as const;

const edgeCaseRows: readonly Row[] = [
  ["a JSON part and a repeated file", multipart("B", doc, photo, photo), []],
  ["a JSON part of another name", multipart("B", [doc[0].replace("json", "vnd.x+json"), doc[1]], photo), []],
  ["a JSON part without a media type", multipart("B", [field("doc"), doc[1]], photo), []],
  ["a number", multipart("B", doc, photo, [field("count"), "3"]), []],
  [
    "a JSON part that breaks its schema",
    multipart("B", [doc[0], "{}"], photo),
    ['error required "title" body /doc'],
  ],
  [
    "a JSON part that is no JSON",
    multipart("B", [doc[0], "{"], photo),
    ["error body-unreadable body doc", "error type body /doc"],
  ],
  [
    "a JSON part in XML",
    multipart("B", [doc[0].replace("json", "xml"), "<a/>"], photo),
    ["error part-media-type body doc", "error type body /doc"],
  ],
  ["no photo", multipart("B", doc), ['error required "photos" body']],
  ["three photos", multipart("B", doc, photo, photo, photo), ["error maxItems body /photos"]],
  [
    "a photo without its header",
    multipart("B", doc, [photo[0].replace(/\r\nX-Width.*/, ""), "png"]),
    ["error value-missing header X-Width"],
  ],
  [
    "a photo whose header is no number",
    multipart("B", doc, [photo[0].replace("640", "wide"), "png"]),
    ["error type header X-Width"],
  ],
  [
    "a photo that is a video",
    multipart("B", doc, [photo[0].replace("image/png", "video/mp4"), "x"]),
    ["error part-media-type body photos"],
  ],
  ["a number that is text", multipart("B", doc, photo, [field("count"), "many"]), ["error type body /count"]],
  [
    "a number that is too small",
    multipart("B", doc, photo, [field("count"), "0"]),
    ["error minimum body /count"],
  ],
  [
    "a note that is too long",
    multipart("B", doc, photo, [field("note"), "longer"]),
    ["error maxLength body /note"],
  ],
  ["an unknown part", multipart("B", doc, photo, [field("x"), "1"]), ['error additionalProperties "x" body']],
];

async function edgeCaseFindings(text: string): Promise<string[]> {
  const headers = [["content-type", "multipart/form-data; boundary=B"]] as const;
  const request = { method: "POST", url: "https://files.example.org/upload", headers, body: bytes(text) };
  return (await edgeCases.checkRequest(request)).findings.map(summarize).sort();
}

test.each(edgeCaseRows)("upload to edgeCases: %s", async (_, text, expected) => {
  expect(await edgeCaseFindings(text)).toEqual([...expected].sort());
});

const asBlobs = (text: string) => text.replaceAll(/name="(?:doc|count|note)"/g, '$&; filename="blob"');

// a file name does not make a file of a field; a Blob without a media type is no JSON
const blobRows = edgeCaseRows.map(([title, text, findings]): Row => {
  const isUntyped = title === "a JSON part without a media type";
  return [title, asBlobs(text), isUntyped ? ["error part-media-type body doc"] : findings];
});

test.each(blobRows)("upload to edgeCases, fields as Blobs: %s", async (_, text, expected) => {
  expect(await edgeCaseFindings(text)).toEqual([...expected].sort());
});

const text2MiB = "x".repeat(2 * 1024 * 1024);
const text17MiB = "x".repeat(17 * 1024 * 1024);

test.each<[title: string, field: string, value: string, expected: string[]]>([
  ["a note of 2 MiB", "note", text2MiB, ["error maxLength body /note"]],
  ["a number of 2 MiB", "count", text2MiB, ["error type body /count"]],
  [
    "a JSON part of 2 MiB",
    "doc",
    `{"title":3${" ".repeat(text2MiB.length)}}`,
    ["error type body /doc/title"],
  ],
  ["a note over the limit of a body", "note", text17MiB, ["info unchecked(body-too-large) body note"]],
])("upload to edgeCases: %s is checked, or reported as unchecked", async (_, name, value, expected) => {
  const others = name === "doc" ? [] : [doc];
  const findings = await edgeCaseFindings(multipart("B", ...others, photo, [field(name), value]));
  expect(findings).toEqual(expected);
});
