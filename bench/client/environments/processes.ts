import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "vite";
import { type Runtime, runtimes } from "../runtime.js";
import type { Environment, Results, Setup } from "./environment.js";

const run = promisify(execFile);

/** The flags with which Deno uses the folder of modules that is there. */
const FLAGS: Readonly<Record<string, readonly string[]>> = { Deno: ["--node-modules-dir=manual"] };

/** Each runtime of a server, and what runs in this Node: the DOM of a test, and a page rendered by Vite. */
export async function* processes(): AsyncGenerator<Environment> {
  for await (const runtime of runtimes())
    yield { name: runtime.name, run: (setup) => onServer(runtime, setup) };
  for (const name of ["jsdom", "happy-dom"])
    yield { name, run: (setup) => printed(process.execPath, ["dom.mjs", name], setup) };
  yield VITE_SSR;
}

/** What Vite builds for a server. */
export const VITE_SSR: Environment = { name: "Vite SSR", run: renderedByVite };

async function onServer({ name, command }: Runtime, setup: Setup): Promise<Results | null> {
  if (command === null) return null;
  const [program, ...args] = command;
  return printed(program, [...args, ...(FLAGS[name] ?? []), "server.mjs"], setup);
}

async function renderedByVite(setup: Setup): Promise<Results> {
  const outDir = join(setup.folder, "ssr");
  const options = { ssr: join(setup.folder, "server.mjs"), outDir };
  await build({ root: setup.folder, configFile: false, logLevel: "error", build: options });
  return printed(process.execPath, [join(outDir, "server.js")], setup);
}

/** Runs a program with the cases, which prints how each ended. */
async function printed(
  program: string,
  args: readonly string[],
  { folder, api, path }: Setup,
): Promise<Results> {
  const { stdout } = await run(program, [...args, api, path], { cwd: folder });
  return JSON.parse(stdout) as Results;
}
