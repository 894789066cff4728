import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { batchLines } from "../../src/cli/batch-lines.js";

it("writes the lines of one turn of the event loop together, in order", async () => {
  const written: string[] = [];
  const out = batchLines((text) => written.push(text));
  out("one");
  out("two");
  await setImmediate();
  out("three");
  await setImmediate();
  expect(written).toEqual(["one\ntwo\n", "three\n"]);
});
