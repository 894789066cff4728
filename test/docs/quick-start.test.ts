import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { type CodeBlock, codeBlocks } from "@ittybit/test-support/documents/code-block";
import { copyFiles } from "@ittybit/test-support/sandboxes/copy-files";
import { afterAll, beforeAll, expect, it } from "vitest";
import { trackedFiles } from "../../scripts/lint/changed-files.js";
import { freePort } from "../../scripts/start/free-port.js";

const run = promisify(execFile);
const repository = fileURLToPath(new URL("../../", import.meta.url));
/** With DOCS_CLEAN=1 the packages are installed, as on a new machine; otherwise those here are linked. */
const clean = process.env.DOCS_CLEAN === "1";

let clone: string;
beforeAll(async () => {
  clone = await mkdtemp(join(tmpdir(), "clone-"));
  const files = await trackedFiles(repository);
  if (files !== undefined) await copyFiles(repository, clone, files);
  // A copy without the history of git has all files but those that are installed or built.
  else await cp(repository, clone, { recursive: true, filter: isSource });
  if (!clean) await symlink(join(repository, "node_modules"), join(clone, "node_modules"));
});
afterAll(() => rm(clone, { recursive: true, force: true }));

it("the quick start works when its blocks are followed in order", async () => {
  const port = await freePort();
  const text = await readFile(join(repository, "docs/guides/quick-start.md"), "utf8");
  const [first, ...rest] = codeBlocks(text.replaceAll(String(DEFAULT_PORTS.mock), String(port)));
  expect(first).toEqual({ language: "sh", text: "npm ci\nnpm run mock\n" });
  if (clean) await run("npm", ["ci"], { cwd: clone });

  const mock = spawn("npm", ["run", "mock", "--", "--port", String(port)], { cwd: clone, detached: true });
  try {
    await listens(mock.stdout, `http://127.0.0.1:${port}`);
    const script: string[] = [];
    const outputs: CodeBlock[] = [];
    for (const block of rest) {
      if (block.language === "ts") await writeFile(join(clone, "first-upload.ts"), block.text);
      else if (block.language === "sh") script.push(`echo "--- step"\n${block.text}`);
      else outputs.push(block);
    }
    const { stdout } = await run("bash", ["-euo", "pipefail", "-c", script.join("\n")], { cwd: clone });
    const [, list, add, program, mistake] = stdout.split("--- step\n");
    expect(JSON.parse(list ?? "")).toMatchObject({ meta: { type: "list" }, data: expect.any(Array) });
    expect(JSON.parse(add ?? "")).toMatchObject({ meta: { status: 201 }, data: { kind: "video" } });
    expect(program).toMatch(/^\S+ (pending|uploading)\n$/);
    expect(JSON.parse(mistake ?? "")).toMatchObject({
      meta: { status: 422 },
      error: { details: [{ field: "limit" }] },
    });
    const printed = [
      `Mock of the Ittybit API (both hosts): http://127.0.0.1:${port}\n`,
      list,
      add,
      program,
      mistake,
    ];
    expect(outputs).toHaveLength(printed.length);
    for (const [index, { language, text: shown }] of outputs.entries()) {
      expect(leftOut(language, shown, printed[index] ?? "")).toEqual([]);
    }
  } finally {
    process.kill(-(mock.pid as number));
    await once(mock, "close");
  }
});

/** IDs and times, which differ in every run. */
const VARYING = /(?<="(?:id|created|updated|self)": )".*?"|^\w{12}(?= )/gm;

/** Lines of the output on the page that the command did not print in this order. A line with `…` stands for any others. */
function leftOut(language: string, shown: string, printed: string): string[] {
  const whole = language === "json" ? JSON.stringify(JSON.parse(printed), null, 2) : printed;
  const actual = whole.trim().replace(VARYING, "VARYING").split("\n");
  const expected = shown.trim().replace(VARYING, "VARYING").split("\n");
  let any = false;
  return expected.filter((line) => {
    if (line.trim() === "…") {
      any = true;
      return false;
    }
    const at = any ? actual.indexOf(line) : actual[0] === line ? 0 : -1;
    any = false;
    actual.splice(0, at + 1);
    return at < 0;
  });
}

/** Reads on after the text was seen, so that the process can keep writing. */
function listens(output: Readable, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.on("data", (chunk) => String(chunk).includes(address) && resolve());
    output.once("end", () => reject(new Error("The mock ended before it listened.")));
  });
}

const isSource = (path: string): boolean => !["node_modules", "dist"].includes(basename(path));
