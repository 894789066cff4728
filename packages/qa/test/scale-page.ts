import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { qa } from "@ittybit/test-support/commands/qa";
import { codeBlocks } from "@ittybit/test-support/documents/code-block";
import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toLine } from "@ittybit/test-support/traffic/traffic";
import { expect } from "vitest";
import type { Report } from "../src/report/report.js";
import type { Sandbox } from "./sandbox.js";

const page = await readFile(fileURLToPath(new URL("../../../docs/qa/scale.md", import.meta.url)), "utf8");
const blocks = codeBlocks(page);

/** The block of the page that holds a text. */
export function block(language: string, text: string): string {
  const found = blocks.filter((one) => one.language === language && one.text.includes(text));
  expect(found).toHaveLength(1);
  return found[0]?.text ?? "";
}

export const traffic = [...cleanTraffic, ...faultyTraffic].map((exchange, index) =>
  toLine(exchange, `exchange-${index}`),
);

/** A line that cannot be read. The page shows how to find it. */
export const unreadable = '{"request":';

/** Four shards, or partitions: the exchange at place n is in shard n modulo 4. */
export const shards = [0, 1, 2, 3].map((shard) => traffic.filter((_, index) => index % 4 === shard));

/** Writes all traffic and its shards, and returns the report of a single run. */
export async function writeShards(sandbox: Sandbox, folder = "shards"): Promise<string> {
  await sandbox.file("whole.ndjson", traffic.join("\n"));
  for (const [index, lines] of shards.entries()) {
    await sandbox.file(`${folder}/${index}.ndjson`, `${lines.join("\n")}\n`);
  }
  const file = join(sandbox.folder, "whole.ndjson");
  return (await qa(["check", file, "--fail-on", "never", "--report", "json"])).out;
}

export async function readReportIn(sandbox: Sandbox, name: string): Promise<Report> {
  return JSON.parse(await readFile(join(sandbox.folder, name), "utf8"));
}

/** What of a report does not depend on how often an exchange came. */
export const essence = ({ findings, coverage, broken }: Report) => ({
  findings: findings.map(({ count: _, ...finding }) => finding),
  coverage,
  broken,
});
