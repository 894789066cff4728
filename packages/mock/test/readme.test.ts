import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { HELP } from "../src/cli/flags.js";
import { createMock } from "../src/index.js";
import { FAULTS } from "../src/request/prefer.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
const curls = readme.match(/^curl .*$/gm) ?? [];

it.each(curls)("%s works as printed", async (line) => {
  const mock = await createMock();
  const { url } = await mock.listen({ port: 0 });
  const command = line.replace("http://127.0.0.1:4010", url);
  const { stdout } = await promisify(execFile)("sh", ["-c", `${command} --silent --show-error`], {
    cwd: root,
  });
  await mock.close();
  expect(JSON.parse(stdout).meta.status).toBeLessThan(300);
});

it("names every fault, and no flag that there is not", () => {
  expect(FAULTS.filter((fault) => !readme.includes(fault))).toEqual([]);
  const flags = (readme.match(/--[a-z-]{4,}/g) ?? []).filter((flag) => !HELP.includes(flag));
  expect(flags).toEqual([]);
});
