import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EntrySplitter } from "../src/input/har/entry-splitter.js";
import { LineSplitter } from "../src/input/ndjson/line-splitter.js";
import type { RawRecord, RecordSplitter } from "../src/input/raw-record.js";

function cut(splitter: RecordSplitter, bytes: Uint8Array, sizes: readonly number[]): RawRecord[] {
  const records: RawRecord[] = [];
  let start = 0;
  for (const size of sizes) {
    records.push(...splitter.push(bytes.slice(start, start + size)));
    start += size;
  }
  return [...records, ...splitter.push(bytes.slice(start)), ...splitter.end()];
}

const isJson = (record: RawRecord): boolean => {
  try {
    return textOf(record) !== undefined;
  } catch {
    return false;
  }
};
/** An object with these gaps. */
const item = ([before, start, end, after]: string[]): string => `${before}{${start}"k":"},{"${end}}${after}`;
const textOf = (record: RawRecord) =>
  record.kind === "bytes" ? JSON.parse(Buffer.from(record.bytes).toString()) : record.problem;
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 200 });
const edgeCases = fc.oneof(
  fc.json().map((text) => JSON.parse(text)),
  fc.constantFrom('"', '\\"', "\\\\", "}]{[", '\\\\"'),
);
const entries = fc.array(fc.dictionary(fc.string(), edgeCases, { noNullPrototype: true }), { maxLength: 8 });

describe("the entries of a HAR file", () => {
  test("come out whole, whatever they hold and wherever the chunks end", () => {
    fc.assert(
      fc.property(
        entries,
        sizes,
        fc.constantFrom(undefined, 1),
        edgeCases,
        (items, chunks, indent, comment) => {
          const har = {
            log: { version: "1.2", comment, pages: [{ entries: [{ id: "not me" }] }], entries: items },
          };
          const records = cut(new EntrySplitter(), Buffer.from(JSON.stringify(har, null, indent)), chunks);
          expect(records.map(textOf)).toEqual(items);
          expect(records.map(({ number }) => number)).toEqual(items.map((_, index) => index + 1));
        },
      ),
    );
  });

  test("come out whole of an indented file by its separator", () => {
    const filled = entries.map((items) => items.map((entry) => ({ _: 0, ...entry })));
    fc.assert(
      fc.property(filled, sizes, fc.constantFrom(1, 2, "\t"), (items, chunks, indent) => {
        const har = Buffer.from(JSON.stringify({ log: { entries: items, pages: {} } }, null, indent));
        expect(cut(new EntrySplitter({ isQuick: true }), har, chunks).map(textOf)).toEqual(items);
      }),
    );
  });

  test("come out whole by a separator, or one of them is not JSON", () => {
    const gaps = fc.array(fc.constantFrom("", "\n", "\n "), { minLength: 4, maxLength: 4 });
    const nested = fc
      .array(gaps, { minLength: 1, maxLength: 4 })
      .map((items) => `{"a":[${items.map(item).join(",")}]}`);
    const documents = fc.array(fc.oneof(nested, gaps.map(item)), { maxLength: 12 });
    fc.assert(
      fc.property(documents, sizes, (texts, chunks) => {
        const har = Buffer.from(`{"log":{"entries":[${texts.join(",\n")}],"pages":[{\n"b":1},\n{\n"b":2}]}}`);
        const records = cut(new EntrySplitter({ isQuick: true }), har, chunks);
        if (records.every(isJson)) expect(records.map(textOf)).toEqual(texts.map((text) => JSON.parse(text)));
      }),
    );
  });

  test("are told from entries elsewhere", () => {
    const har = Buffer.from(
      '{"entries":[{"a":1}],"log":{"creator":{"entries":[{"b":1}]},"entries":[{"c":1}]}}',
    );
    expect(cut(new EntrySplitter(), har, []).map(textOf)).toEqual([{ c: 1 }]);
  });

  test.each([
    ["an empty file", "", "is missing: the file has no log.entries"],
    ["another JSON file", '{"log":{}}', "is missing: the file has no log.entries"],
    ["a file that is cut off", '{"log":{"entries":[{"a":', "is cut off: the file ends before its end"],
  ])("are missed in %s", (_, text, problem) => {
    expect(cut(new EntrySplitter(), Buffer.from(text), []).map(textOf)).toEqual([problem]);
  });
});

describe("the lines of an NDJSON file", () => {
  test("come out whole, blank ones counted", () => {
    const lines = fc.array(fc.oneof(fc.constant(""), fc.constant(" \r"), fc.json()), { maxLength: 20 });
    fc.assert(
      fc.property(lines, sizes, (texts, chunks) => {
        const records = cut(new LineSplitter(), Buffer.from(texts.join("\n")), chunks);
        const filled = texts.flatMap((text, index) =>
          text.trim() === "" ? [] : [[index + 1, JSON.parse(text)]],
        );
        expect(records.map((record) => [record.number, textOf(record)])).toEqual(filled);
      }),
    );
  });
});
