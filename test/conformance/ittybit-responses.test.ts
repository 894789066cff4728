import ittybit from "@ittybit/contract";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { all, type Change, changed, drop, jsonResponse, same, set, summarize } from "./messages.js";

type Row = readonly [title: string, change: Change, finding: string];

const examples = document.components.examples as Record<string, { value: unknown }>;

/** Seeded defects of one JSON response. */
const objectDefects: readonly Row[] = [
  ["data is missing", drop("/data"), 'error required "data" body'],
  ["meta is missing", drop("/meta"), 'error required "meta" body'],
  ["links are missing", drop("/links"), 'error required "links" body'],
  ["data is null", set("/data", null), "error type body /data"],
  ["data is a list", set("/data", []), "error type body /data"],
  ["the id is missing", drop("/data/id"), 'error required "id" body /data'],
  ["the id is empty", set("/data/id", ""), "error minLength body /data/id"],
  ["the id is a number", set("/data/id", 7), "error type body /data/id"],
  ["the kind is null", set("/data/kind", null), "error type body /data/kind"],
  ["the kind is new", set("/data/kind", "hologram"), "warning enum-value-undocumented body /data/kind"],
  ["the size is text", set("/data/filesize", "12"), "error type body /data/filesize"],
  ["the size is negative", set("/data/filesize", -1), "error minimum body /data/filesize"],
  ["the size is a fraction", set("/data/filesize", 1.5), "error type body /data/filesize"],
  ["the size is missing", drop("/data/filesize"), 'error required "filesize" body /data'],
  ["created is no time", set("/data/created", "yesterday"), "warning format body /data/created"],
  ["created is a date", set("/data/created", "2024-03-20"), "warning format body /data/created"],
  ["created is a number", set("/data/created", 1710925530), "warning type body /data/created"],
  [
    "updated has day 31 of February",
    set("/data/updated", "2024-02-31T00:00:00Z"),
    "warning format body /data/updated",
  ],
  ["the title is missing", drop("/data/title"), 'warning required "title" body /data'],
  ["the title is a number", set("/data/title", 3), "warning type body /data/title"],
  ["the status is new", set("/data/status", "paused"), "warning enum-value-undocumented body /data/status"],
  ["the status is a number", set("/data/status", 1), "warning type body /data/status"],
  ["the width is zero", set("/data/width", 0), "warning minimum body /data/width"],
  ["the width is text", set("/data/width", "1920"), "warning type body /data/width"],
  ["the height is beyond int32", set("/data/height", 2 ** 31), "warning format body /data/height"],
  ["the duration is negative", set("/data/duration", -0.1), "warning minimum body /data/duration"],
  ["the duration is text", set("/data/duration", "12.48"), "warning type body /data/duration"],
  ["a label is a number", set("/data/metadata/album", 1), "warning type body /data/metadata/album"],
  ["labels are a list", set("/data/metadata", []), "warning type body /data/metadata"],
  ["labels are null", set("/data/metadata", null), "warning type body /data/metadata"],
  ["deleted is false", set("/data/deleted", false), "warning type body /data/deleted"],
  ["urls are missing", drop("/data/urls"), 'warning required "urls" body /data'],
  ["the poster is missing", drop("/data/urls/poster"), 'warning required "poster" body /data/urls'],
  ["the poster is relative", set("/data/urls/poster", "/p.jpg"), "warning format body /data/urls/poster"],
  [
    "the poster has a space",
    set("/data/urls/poster", "https://a.b/ c"),
    "warning format body /data/urls/poster",
  ],
  ["sources are missing", drop("/data/sources"), 'error required "sources" body /data'],
  ["sources are an object", set("/data/sources", {}), "error type body /data/sources"],
  ["a source is null", set("/data/sources/1", null), "warning type body /data/sources/1"],
  ["a source has no src", drop("/data/sources/2/src"), 'warning required "src" body /data/sources/2'],
  [
    "a source's bitrate is text",
    set("/data/sources/0/bitrate", "1M"),
    "warning type body /data/sources/0/bitrate",
  ],
  [
    "a source's original is 1",
    set("/data/sources/0/original", 1),
    "warning type body /data/sources/0/original",
  ],
  [
    "a source's kind is new",
    set("/data/sources/0/kind", "x"),
    "warning enum-value-undocumented body /data/sources/0/kind",
  ],
  ["the meta status is 404", set("/meta/status", 404), "warning maximum body /meta/status"],
  ["the meta status is text", set("/meta/status", "200"), "warning type body /meta/status"],
  ["the meta type is list", set("/meta/type", "list"), "warning const body /meta/type"],
  [
    "the version is a time",
    set("/meta/version", "2024-03-21T00:00:00Z"),
    "warning format body /meta/version",
  ],
  ["the request id is missing", drop("/meta/id"), 'warning required "id" body /meta'],
  ["the self link is null", set("/links/self", null), "warning type body /links/self"],
  ["the parent link is missing", drop("/links/parent"), 'warning required "parent" body /links'],
  ["a property is new", set("/data/colour", "red"), 'warning property-undocumented "colour" body /data'],
  [
    "a property is misspelt",
    set("/data/filesizes", 1),
    'warning property-undocumented "filesizes" body /data',
  ],
  ["the envelope has more", set("/debug", {}), 'warning property-undocumented "debug" body'],
  ["meta has more", set("/meta/trace", "x"), 'warning property-undocumented "trace" body /meta'],
  ["links have more", set("/links/next", null), 'warning property-undocumented "next" body /links'],
  ["urls have more", set("/data/urls/gif", null), 'warning property-undocumented "gif" body /data/urls'],
  [
    "a source has more",
    set("/data/sources/0/hdr", true),
    'warning property-undocumented "hdr" body /data/sources/0',
  ],
  [
    "a property is called __proto__",
    set("/data/__proto__", {}),
    'warning property-undocumented "__proto__" body /data',
  ],
];

const listDefects: readonly Row[] = [
  ["data is an object", set("/data", {}), "error type body /data"],
  ["an item is text", set("/data/0", "vJ3"), "error type body /data/0"],
  ["an item has no id", drop("/data/3/id"), 'error required "id" body /data/3'],
  ["an item has no status", drop("/data/1/status"), 'warning required "status" body /data/1'],
  ["the last item has more", set("/data/9/urls", {}), 'warning property-undocumented "urls" body /data/9'],
  ["the limit is 500", set("/meta/limit", 500), "warning maximum body /meta/limit"],
  ["the page is 0", set("/meta/page", 0), "warning minimum body /meta/page"],
  ["the total is missing", drop("/meta/total"), 'warning required "total" body /meta'],
  ["the next link is missing", drop("/links/next"), 'warning required "next" body /links'],
  ["the next link is empty", set("/links/next", ""), "warning format body /links/next"],
];

const objectControls: readonly (readonly [string, Change])[] = [
  ["as documented", same],
  ["the id is any text", set("/data/id", "§ ü 1")],
  ["the size is 0", set("/data/filesize", 0)],
  ["the size is a whole float", set("/data/filesize", 3.0)],
  ["the size is beyond int32", set("/data/filesize", 2 ** 40)],
  ["created has an offset", set("/data/created", "2024-03-20T09:15:30+02:00")],
  ["created has fractions", set("/data/created", "2024-03-20T09:15:30.123456Z")],
  ["created is a leap day", set("/data/created", "2024-02-29T23:59:59Z")],
  ["the title is null", set("/data/title", null)],
  ["the title is empty", set("/data/title", "")],
  ["the title is an emoji", set("/data/title", "🎬")],
  ["the title has a lone surrogate", set("/data/title", "\ud800")],
  ["the file name is null", set("/data/filename", null)],
  ["the status is uploading", set("/data/status", "uploading")],
  ["the status is pending", set("/data/status", "pending")],
  ["the status is failed", set("/data/status", "failed")],
  ["the kind is image", set("/data/kind", "image")],
  ["the kind is audio", set("/data/kind", "audio")],
  ["the width is null", set("/data/width", null)],
  ["the width is 1", set("/data/width", 1)],
  ["the height is the largest int32", set("/data/height", 2 ** 31 - 1)],
  ["the duration is 0", set("/data/duration", 0)],
  ["the duration is whole", set("/data/duration", 12)],
  ["the duration is null", set("/data/duration", null)],
  ["there are no labels", set("/data/metadata", {})],
  ["there are many labels", set("/data/metadata", { a: "1", b: "", constructor: "c", toString: "d" })],
  ["it is deleted", set("/data/deleted", "2024-03-21T00:00:00Z")],
  ["no URL is there", set("/data/urls", { preview: null, poster: null, playback: null })],
  ["a URL has a query", set("/data/urls/poster", "https://a.example/p.jpg?sig=a%2Fb&x=1#t")],
  ["a URL has an IPv6 host", set("/data/urls/poster", "http://[::1]:80/p")],
  ["there are no sources", set("/data/sources", [])],
  ["a source has no size", all(set("/data/sources/0/width", null), set("/data/sources/0/height", null))],
  ["a source has no bitrate", set("/data/sources/0/bitrate", null)],
  ["a source has no codec", set("/data/sources/0/codec", null)],
  ["a source is audio", set("/data/sources/0/kind", "audio")],
  ["the meta status is 201", set("/meta/status", 201)],
  ["the version is another", set("/meta/version", "2025-01-01")],
  ["the links are elsewhere", set("/links/self", "https://eu.api.example/media/1")],
];

const listControls: readonly (readonly [string, Change])[] = [
  ["as documented", same],
  ["the page is empty", set("/data", [])],
  ["the total is 0", set("/meta/total", 0)],
  ["there are no pages", set("/meta/pages", 0)],
  ["the limit is 1", set("/meta/limit", 1)],
  ["the limit is 250", set("/meta/limit", 250)],
  ["the page is 1000000", set("/meta/page", 1_000_000)],
  ["there is no next page", set("/links/next", null)],
  ["there is a previous page", set("/links/prev", "https://api.ittybit.com/media?page=1")],
  ["there is one item", (value) => void (value as { data: unknown[] }).data.splice(1)],
  ["all kinds are there", all(set("/data/0/kind", "image"), set("/data/1/kind", "audio"))],
  ["an item is deleted", set("/data/2/deleted", "2024-03-21T00:00:00.5-11:30")],
];

describe.each([
  ["getMedia", "https://api.ittybit.com/media/vJ3kq9ZtWm2d", "VideoComplete", objectDefects, objectControls],
  ["listMedia", "https://api.ittybit.com/media", "MediaList", listDefects, listControls],
] as const)("a response of %s", (operationId, url, example, defects, controls) => {
  const check = async (change: Change) => {
    const value = changed(examples[example]?.value, change);
    const version = [["Ittybit-Version", "2024-03-21"]] as const;
    return ittybit.checkResponse({ method: "GET", url }, jsonResponse(value, 200, version));
  };

  test.each(defects)("is refused where %s", async (_, change, finding) => {
    const report = await check(change);
    expect(report.operationId).toBe(operationId);
    expect(report.findings.map(summarize)).toEqual([finding]);
  });

  test.each(controls)("is fine where %s", async (_, change) => {
    expect((await check(change)).findings.map(summarize)).toEqual([]);
  });
});

test("the battery holds 60 defects and, with the edgeCases document, 60 controls", () => {
  expect(objectDefects.length + listDefects.length).toBeGreaterThanOrEqual(60);
  expect(objectControls.length + listControls.length).toBeGreaterThanOrEqual(50);
});
