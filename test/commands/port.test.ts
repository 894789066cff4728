import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { Running } from "@ittybit/test-support/commands/process";
import { copyOfRepository } from "@ittybit/test-support/sandboxes/copy-of-repository";
import { expect, it } from "vitest";
import { builtCommand } from "../../scripts/cache/built-command.js";
import { replacePort } from "../../scripts/port/replace-port.js";

const port = await builtCommand("port");

it("no two tools have the same default port", () => {
  const ports = Object.values(DEFAULT_PORTS);
  expect(new Set(ports).size).toBe(ports.length);
});

it("changes a default port everywhere with one command", async () => {
  const copy = await copyOfRepository();
  const change = new Running([port, "mock", "4999", "--root", copy]);
  expect([await change.ended(), change.err]).toEqual([0, ""]);
  for (const file of ["packages/contract/src/tool-ports.ts", "docs/guides/quick-start.md"]) {
    expect(change.out).toContain(`changed ${file}\n`);
    expect(await readFile(join(copy, file), "utf8")).toContain("4999");
  }
  const rest = await replacePort(copy, DEFAULT_PORTS.mock, 1);
  expect(rest).toEqual([]);
});

it.each([
  [["mock", String(DEFAULT_PORTS.docs)], `${DEFAULT_PORTS.docs} is the port of docs: take another.`],
  [["mock", "0"], "0 is no fixed port: take another."],
  [["site", "4999"], "give a name (mock, docs, prism, proxy) and a port, such as: npm run port -- mock 4030"],
])("refuses %j", async (args, message) => {
  const refused = new Running([port, ...args]);
  expect([await refused.ended(), refused.err]).toEqual([2, `port: ${message}\n`]);
});
