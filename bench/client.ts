import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, open, rm, symlink } from "node:fs/promises";
import { arch, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildClient, stageClient } from "../scripts/build-client.js";
import { bundleSize, bundleSizes } from "../scripts/bundle-size.js";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../", import.meta.url));
const beside = (name: string) => join(ROOT, "bench/client", name);

const NODES = ["20", "22", "24", "26"];
const TYPESCRIPTS = ["5.4", "5.5", "5.6", "5.7", "5.8", "5.9", "6", "7"];
const WAYS = ["client, path", "client, Blob", "client, stream", "bare fetch", "openapi-fetch", "raw http"];
const GIGABYTES = 2;

/** What each part measures; every part prints a table. */
const parts: Readonly<Record<string, () => Promise<void>>> = { size, overhead, memory, typescript };

async function size(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "ittybit-size-"));
  await stageClient(join(folder, "node_modules/@ittybit/client"));
  await mkdir(join(folder, "node_modules/.peers"), { recursive: true });
  const peers = ["openapi-fetch@0.17.0", "@mux/mux-node@15.3.0", "tus-js-client@4.3.1"];
  await run("npm", [
    "install",
    "--no-save",
    "--no-package-lock",
    "--prefix",
    join(folder, "node_modules/.peers"),
    ...peers,
  ]);
  await symlink(join(ROOT, "node_modules/openapi-fetch"), join(folder, "node_modules/openapi-fetch"));
  const { all, reading } = await bundleSizes(join(folder, "node_modules/@ittybit/client"));
  say(row("@ittybit/client, all", `${all} B`), row("@ittybit/client, a page that lists", `${reading} B`));
  for (const peer of peers) {
    const [, name = ""] = /^(.+)@/.exec(peer) ?? [];
    const bundle = bundleSize(
      join(folder, "node_modules/.peers"),
      `import * as all from "${name}"; console.log(all);`,
    );
    say(
      row(
        peer,
        await bundle.then(
          (bytes) => `${bytes} B`,
          () => "does not bundle for a browser",
        ),
      ),
    );
  }
  await rm(folder, { recursive: true });
}

async function overhead(): Promise<void> {
  await withSink(async (url) => {
    for (const major of NODES) {
      const { stdout } = await run(await nodeOf(major), [beside("overhead.mjs"), url]);
      const { fetch, client } = JSON.parse(stdout);
      say(
        row(
          `node ${major}`,
          `fetch ${fetch.toFixed(3)} ms`,
          `client ${client.toFixed(3)} ms`,
          `${(client / fetch).toFixed(2)} x`,
        ),
      );
    }
  });
}

async function memory(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "ittybit-memory-"));
  const path = join(folder, "a.mp4");
  const file = await open(path, "w");
  await file.truncate(GIGABYTES * 2 ** 30);
  await file.close();
  await withSink(async (url) => {
    for (const major of NODES) {
      for (const way of WAYS) {
        const measured = await run(await nodeOf(major), [beside("upload.mjs"), url, way, path]).catch(
          () => undefined,
        );
        const { peak = Number.NaN, seconds = Number.NaN } = measured ? JSON.parse(measured.stdout) : {};
        say(row(`node ${major}`, way, `${Math.round(peak / 1e6)} MB`, `${seconds.toFixed(1)} s`));
      }
    }
  });
  await rm(folder, { recursive: true });
}

async function typescript(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "ittybit-typescript-"));
  await stageClient(join(folder, "node_modules/@ittybit/client"));
  const consumer = join(ROOT, "packages/client/test/fixtures/consumer/consumer.ts");
  for (const name of [
    "openapi-fetch",
    "openapi-typescript-helpers",
    "openapi-react-query",
    "@tanstack",
    "react",
    "@types",
  ]) {
    await symlink(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
  }
  await run("cp", [consumer, join(folder, "consumer.ts")]);
  const options = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--target",
    "es2022",
    "--lib",
    "es2022,dom,dom.iterable",
    "--types",
    "node",
  ];
  for (const version of TYPESCRIPTS) {
    for (const [module, resolution] of [
      ["node16", "node16"],
      ["esnext", "bundler"],
    ] as const) {
      const args = [
        "-y",
        "-p",
        `typescript@${version}`,
        "tsc",
        ...options,
        "--module",
        module,
        "--moduleResolution",
        resolution,
        "consumer.ts",
      ];
      const { stdout } = await run("npx", args, { cwd: folder }).catch((error) => error);
      say(row(`typescript ${version}`, resolution, stdout === "" ? "ok" : stdout.trim().split("\n")[0]));
    }
  }
  await rm(folder, { recursive: true });
}

/** The binary of a Node version: this one, or the one that npx fetches. */
async function nodeOf(major: string): Promise<string> {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const { stdout } = await run("npx", ["-y", "-p", `node@${major}`, "node", "-p", "process.execPath"]);
  return stdout.trim();
}

async function withSink(measure: (url: string) => Promise<void>): Promise<void> {
  await buildClient(join(ROOT, "packages/client/dist"));
  const sink = spawn(process.execPath, [beside("sink.mjs")], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const port = await new Promise<string>((listening) =>
      sink.stdout.once("data", (text) => listening(String(text).trim())),
    );
    await measure(`http://127.0.0.1:${port}`);
  } finally {
    sink.kill();
  }
}

const row = (...cells: (string | undefined)[]): string =>
  cells
    .map((cell) => String(cell).padEnd(36))
    .join("")
    .trimEnd();
const say = (...lines: string[]): void => void process.stdout.write(`${lines.join("\n")}\n`);

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  process.stderr.write(`There is no part ${unknown}; choose from ${Object.keys(parts).join(", ")}.\n`);
  process.exitCode = 2;
} else {
  say(`${cpus().length} x ${cpus()[0]?.model}, ${arch()}`);
  for (const name of chosen.length > 0 ? chosen : Object.keys(parts)) {
    say("", name);
    await parts[name]?.();
  }
}
