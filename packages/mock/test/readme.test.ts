import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { startMock } from "@ittybit/test-support/servers/start-mock";
import { expect, it } from "vitest";
import { HELP } from "../src/cli/flags.js";
import { FAULTS } from "../src/request/prefer.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
const curls = readme.match(/^curl .*$/gm) ?? [];

const { url } = await startMock();

// in order: a snapshot is restored after it was saved
it.each(curls)("%s works as printed", async (line) => {
  const command = `${line.replace(`http://127.0.0.1:${DEFAULT_PORTS.mock}`, url)} --silent --show-error --fail-with-body`;
  const { stdout } = await promisify(execFile)("sh", ["-c", command], { cwd: root });
  const body = JSON.parse(stdout);
  if (!line.includes("/__mock/")) expect(body.meta.status).toBeLessThan(300);
});

it("names every fault, and no flag that there is not", () => {
  expect(FAULTS.filter((fault) => !readme.includes(fault))).toEqual([]);
  const flags = (readme.match(/--[a-z-]{4,}/g) ?? []).filter((flag) => !HELP.includes(flag));
  expect(flags).toEqual([]);
});
