import { expect, it } from "vitest";
import { FileStore as MemoryStore } from "../../src/files/file-store.browser.js";
import { FileStore, type OnEvict } from "../../src/files/file-store.js";

const BYTES = new Uint8Array(10);

const STORES: [string, (onEvict: OnEvict) => FileStore | MemoryStore][] = [
  ["a folder", (onEvict) => new FileStore(BYTES.length, null, onEvict)],
  ["memory", (onEvict) => new MemoryStore(BYTES.length, null, onEvict)],
];

it.each(STORES)("files in %s are reported with their store and their id when they are evicted", (_, open) => {
  const evicted: unknown[][] = [];
  const store = open((...file) => evicted.push(file));
  const [shared, own] = [store.of(null), store.of("0a")];
  const keep = (files: typeof shared, id: string) => {
    const received = files.receive();
    received.write(BYTES);
    received.keep(id);
  };
  keep(own, "one");
  keep(shared, "two");
  expect([own.has("one", 10), shared.has("two", 10), shared.has("two", 9)]).toEqual([false, true, false]);
  keep(own, "three");
  expect(evicted).toEqual([
    ["0a", "one"],
    [null, "two"],
  ]);
  store.close();
});
