import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { qa } from "@ittybit/test-support/commands/qa";
import { codeBlocks } from "@ittybit/test-support/documents/code-block";
import { altered } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toHar, toNdjson } from "@ittybit/test-support/traffic/traffic";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkHelp } from "../src/cli/help.js";
import { coverageKinds } from "../src/coverage/coverage-kind.js";
import { reporters } from "../src/reporters/report-formats.js";
import { QaProcess } from "./process.js";
import { Sandbox, type ScriptResult } from "./sandbox.js";

const file = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const page = readFileSync(file("docs/qa/check.md"), "utf8");
const readme = readFileSync(file("packages/qa/README.md"), "utf8");
const blockOf = (text: string, language: string) =>
  codeBlocks(text).find((one) => one.language === language)?.text ?? "";
const linesOf = (text: string) => codeBlocks(text).filter(({ language }) => language === "sh");

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.open();
  await sandbox.file("traffic.har", toHar([altered("/media/med_123", (body) => delete body.data.kind)]));
  for (const shard of ["1", "2"]) await sandbox.file(`shard-${shard}.ndjson`, toNdjson(cleanTraffic));
  await sandbox.file("drift.yaml", blockOf(page, "yaml"));
  await sandbox.file("openapi.yaml", readFileSync(file("generated/openapi.yaml"), "utf8"));
});
afterAll(() => sandbox.close());

describe("docs/qa/check.md", () => {
  test("has command lines that run, and end as traffic with one fault does, and shows what the first prints", async () => {
    const ran: ScriptResult[] = [];
    for (const { text } of linesOf(page)) ran.push(await sandbox.bash(text));
    expect(ran.map(({ code }) => code)).toEqual([1, 1, 1, 1, 0]);
    expect(ran[0]?.out).toMatch(new RegExp(`^${literal(blockOf(page, "txt").trimEnd())}\n`));
    expect(await readFile(join(sandbox.folder, "report.html"), "utf8")).toContain(
      "The API keeps its contract",
    );
  });

  test("names every form, kind of coverage and option", () => {
    for (const name of [...Object.keys(reporters), ...coverageKinds])
      expect(page).toMatch(new RegExp(`[ \`]${name}[=\`]`));
    for (const [, flag] of checkHelp.matchAll(/^ {2}(--[\w-]+)/gm)) {
      if (flag !== "--help") expect(page).toContain(flag);
    }
  });

  test("shows a line that the published schema takes", async () => {
    const schema = JSON.parse(await readFile(file("packages/qa/schemas/exchange.schema.json"), "utf8"));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    const exchange = JSON.parse(blockOf(page, "json"));
    validate(exchange);
    expect(validate.errors).toBeNull();
    const { out } = await qa(["check", "-"], JSON.stringify(exchange));
    expect(out).toContain('property "meta" is required, but missing');
  });
});

describe("the README of the package", () => {
  test("has command lines that run", async () => {
    const lines = linesOf(readme).map(({ text }) => text.trim());
    const [check, proxy, merge] = lines.filter((line) => line.startsWith("ittybit-qa "));
    expect((await sandbox.bash(check ?? "")).code).toBe(1);
    for (const part of ["1", "2"]) {
      const { out } = await qa(["check", "-", "--report", "json"], toNdjson(cleanTraffic));
      await sandbox.file(`${part}.json`, out);
    }
    expect((await sandbox.bash(merge ?? "")).code).toBe(0);
    const args = (proxy ?? "")
      .split(" ")
      .slice(1)
      .map((word) => (word.startsWith("127.") ? "127.0.0.1:0" : word));
    args[args.indexOf("traffic.ndjson")] = join(sandbox.folder, "traffic.ndjson");
    const running = new QaProcess(sandbox.bin, args);
    await expect.poll(() => running.out + running.err).toMatch(/127\.0\.0\.1:\d+/);
    running.child.kill("SIGTERM");
    expect(await running.ended()).toBe(2);
  });

  test("names the entries that the package has", async () => {
    const { exports } = JSON.parse(await readFile(file("packages/qa/package.json"), "utf8"));
    for (const entry of Object.keys(exports).filter((name) => !/^\.$|json$/.test(name)))
      expect(readme).toContain(`@ittybit/qa${entry.slice(1)}`);
  });
});

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
