import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { LONG_FILES } from "../../scripts/test/long-files.js";

it("the long test files are there, the longest first", () => {
  const missing = Object.keys(LONG_FILES).filter(
    (file) => !existsSync(fileURLToPath(new URL(`../../${file}`, import.meta.url))),
  );
  expect(missing).toEqual([]);
  const seconds = Object.values(LONG_FILES);
  expect(seconds).toEqual([...seconds].sort((one, other) => other - one));
});
