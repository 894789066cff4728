import { execFile, spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { freePort } from "../../../scripts/start/free-port.js";
import type { Environment, Results, Setup } from "./environment.js";
import { postCases } from "./post-cases.js";

const run = promisify(execFile);
const WORKERD = "workerd@1.20261117.1";

/** The runtime of Cloudflare, with the entry for edge runtimes and that for browsers. */
export const WORKERDS: readonly Environment[] = [
  { name: "workerd", run: (setup) => inWorker(setup, [], "") },
  { name: "workerd, condition `browser`", run: (setup) => inWorker(setup, ["browser"], "") },
  { name: "workerd, `nodejs_compat`", run: (setup) => inWorker(setup, [], '"nodejs_compat"') },
];

async function inWorker(
  { folder, api, path }: Setup,
  conditions: readonly string[],
  flags: string,
): Promise<Results | null> {
  const binary = await run("npx", ["-y", "-p", WORKERD, "which", "workerd"]).catch(() => null);
  if (binary === null) return null;
  await build({
    entryPoints: [join(folder, "worker.mjs")],
    outfile: join(folder, "worker.js"),
    ...{ bundle: true, format: "esm", platform: "neutral", mainFields: ["module", "main"] },
    conditions: ["workerd", ...conditions],
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const port = await freePort();
  const config = join(folder, "config.capnp");
  await writeFile(config, configuration(port, flags));
  const worker = spawn(binary.stdout.trim(), ["serve", config], { stdio: "ignore" });
  try {
    const image = await readFile(path, "base64");
    return await postCases(`http://127.0.0.1:${port}/`, { base: api, image });
  } finally {
    worker.kill();
  }
}

const configuration = (
  port: number,
  flags: string,
): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "worker.js")],
      compatibilityDate = "2026-01-01", compatibilityFlags = [${flags}]
    )),
    (name = "internet", network = (allow = ["private", "public", "local"]))
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
`;
