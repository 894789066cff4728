import { execFile, spawn } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { packedPackage } from "../../../scripts/cache/shared-builds.js";
import { freePort } from "../../../scripts/start/free-port.js";
import { type Environment, PEERS, type Results, type Setup } from "./environment.js";
import { postCases } from "./post-cases.js";

const run = promisify(execFile);
const APP = fileURLToPath(new URL("next/app", import.meta.url));
const ROOT = new URL("../../../", import.meta.url);
const NEXT = "next@16.4.6";
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_OPTIONS: "" };

/** A route handler of Next.js; the hooks run in a page that its server renders. */
export const NEXT_ROUTE: Environment = { name: "Next.js 16", run: onNext };

async function onNext({ folder, api, path }: Setup): Promise<Results | null> {
  const app = await installed(folder).catch(() => null);
  if (app === null) return null;
  const next = join(app, "node_modules/next/dist/bin/next");
  await run(process.execPath, [next, "build"], { cwd: app, env });
  const port = await freePort();
  const args = [next, "start", "--hostname", "127.0.0.1", "--port", String(port)];
  const server = spawn(process.execPath, args, { cwd: app, env, stdio: "ignore" });
  try {
    const url = `http://127.0.0.1:${port}`;
    const image = await readFile(path, "base64");
    const results = await postCases(`${url}/cases`, { base: api, image, path });
    const html = await (await fetch(`${url}/hooks?base=${encodeURIComponent(api)}`)).text();
    return { ...results, hooks: html.includes("<h1>Harbour at dawn</h1>") ? "yes" : "failed: not rendered" };
  } finally {
    server.kill();
  }
}

/** Lays out an app, and installs what it uses as a user does: Next.js refuses links to other folders. */
async function installed(folder: string): Promise<string> {
  const app = join(folder, "next");
  await mkdir(app);
  await cp(APP, join(app, "app"), { recursive: true });
  await cp(join(folder, "cases.mjs"), join(app, "cases.mjs"));
  await writeFile(join(app, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const packages = [NEXT, await packedPackage("client"), ...(await Promise.all(PEERS.map(pinned)))];
  await run("npm", ["install", "--no-audit", "--no-fund", ...packages], { cwd: app });
  return app;
}

/** A package in the version that this repository has. */
async function pinned(name: string): Promise<string> {
  const manifest = await readFile(new URL(`node_modules/${name}/package.json`, ROOT), "utf8");
  return `${name}@${JSON.parse(manifest).version}`;
}
