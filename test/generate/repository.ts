import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { copySources } from "@ittybit/test-support/sandboxes/copy-files";
import { expect, onTestFinished } from "vitest";
import { builtCommand } from "../../scripts/cache/built-command.js";

/** The folder of this repository. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/, "");

const SCRIPT = await builtCommand("generate");

/** A copy of spec/ and generated/ in a folder of its own, gone after the test. */
export async function copyOfRepository(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "ittybit-generate-"));
  onTestFinished(() => rm(copy, { recursive: true, force: true }));
  await copySources(ROOT, copy, ["spec", "generated"]);
  return copy;
}

/** Replaces text that has to be there. */
export async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, "utf8");
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
}

/** The bytes of every file in a folder, by name. */
export async function bytesIn(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name), "latin1")] as const),
    ),
  );
}

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in a process of its own. */
export function runGenerate(
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Run> {
  const child = spawn(process.execPath, [SCRIPT, ...args], {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  return new Promise((done, fail) => {
    child.on("error", fail).on("close", (code) => done({ code, ...output }));
  });
}
