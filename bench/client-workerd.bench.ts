import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { buildScripts } from "../scripts/build-client.js";
import type { Row } from "./bench.js";

export const title =
  "client: what fails of an app's calls in workerd, with and without the condition browser";

const command = promisify(execFile);
const WORKER = fileURLToPath(new URL("client/workerd.mjs", import.meta.url));
const WORKERD = "workerd@1.20261117.1";
const START_ATTEMPTS = 100;

interface Called {
  readonly cases: number;
  readonly failed: readonly string[];
}

export async function* run(): AsyncGenerator<Row> {
  const folder = await mkdtemp(join(tmpdir(), "ittybit-workerd-"));
  const api = await startApi();
  try {
    await buildScripts(folder);
    for (const entry of ["index.js", "index.browser.js"]) {
      for (const flag of ["", "nodejs_compat"]) {
        const called = await calledIn(folder, entry, flag, api.url).catch(() => null);
        yield row(`${entry} ${flag}`.trim(), called);
      }
    }
  } finally {
    api.close();
    await rm(folder, { recursive: true });
  }
}

function row(name: string, called: Called | null): Row {
  if (!called) return { name, value: null, unit: "failed", limit: 0, note: "cannot be had here" };
  const note = [`of ${called.cases}`, ...called.failed].join("; ");
  return { name, value: called.failed.length, unit: "failed", limit: 0, note };
}

/** An API that returns one Media, processed, to every request. */
async function startApi() {
  const envelope = JSON.stringify({ meta: { id: "r" }, data: { id: "m1", status: "complete" }, links: {} });
  const server = createServer((incoming, outgoing) => {
    const headers = { "content-type": "application/json" };
    incoming.resume().on("end", () => outgoing.writeHead(200, headers).end(envelope));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function calledIn(folder: string, entry: string, flag: string, api: string): Promise<Called> {
  const alias = { "@ittybit/client": join(folder, entry) };
  const outfile = join(folder, "worker.js");
  await build({ entryPoints: [WORKER], bundle: true, format: "esm", platform: "neutral", alias, outfile });
  const port = await freePort();
  await writeFile(join(folder, "config.capnp"), configuration(port, flag));
  const binary = await command("npx", ["-y", "-p", WORKERD, "which", "workerd"]);
  const worker = spawn(binary.stdout.trim(), ["serve", join(folder, "config.capnp")], { stdio: "ignore" });
  try {
    return await asked(`http://127.0.0.1:${port}/?base=${api}`);
  } finally {
    worker.kill();
  }
}

async function freePort(): Promise<number> {
  const { url, close } = await startApi();
  close();
  return Number(new URL(url).port);
}

const configuration = (
  port: number,
  flag: string,
): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "worker.js")],
      compatibilityDate = "2026-01-01", compatibilityFlags = [${flag && `"${flag}"`}]
    )),
    (name = "internet", network = (allow = ["private", "public", "local"]))
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
`;

/** Asks the worker as soon as it listens. */
async function asked(url: string): Promise<Called> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await (await fetch(url)).json()) as Called;
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
