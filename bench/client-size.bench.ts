import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildScripts, clientManifest } from "../scripts/build-client.js";
import { bundleSize, bundleSizes, SIZE_LIMITS } from "../scripts/bundle-size.js";
import type { Row } from "./bench.js";

export const title = "client: size with gzip, bundled and minified for a browser, beside peers as installed";

const command = promisify(execFile);
const MODULES = fileURLToPath(new URL("../node_modules/", import.meta.url));
const DOCUMENT = fileURLToPath(new URL("../generated/openapi.yaml", import.meta.url));

const PEERS = [
  { name: "openapi-fetch", version: "0.17.0", note: "knows no API" },
  { name: "tus-js-client", version: "4.3.1", note: "uploads alone" },
  { name: "@mux/mux-node", version: "15.3.0", note: "made by Stainless, for another API" },
];

export async function* run(): AsyncGenerator<Row> {
  const folder = await mkdtemp(join(tmpdir(), "ittybit-size-"));
  try {
    yield* ours(folder);
    yield* peers(folder);
    yield await generated(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function* ours(folder: string): AsyncGenerator<Row> {
  const installed = join(folder, "node_modules/@ittybit/client");
  await buildScripts(join(installed, "dist"));
  await writeFile(join(installed, "package.json"), await clientManifest());
  await symlink(join(MODULES, "openapi-fetch"), join(folder, "node_modules/openapi-fetch"));
  const { all, reading, bodies } = await bundleSizes(installed);
  yield { name: "@ittybit/client, all exports", value: all, unit: "B", limit: SIZE_LIMITS.all };
  yield {
    name: "@ittybit/client, a page that lists media",
    value: reading,
    unit: "B",
    limit: SIZE_LIMITS.reading,
  };
  yield { name: "@ittybit/client, loaded with the first upload", value: bodies, unit: "B", limit: null };
}

async function* peers(folder: string): AsyncGenerator<Row> {
  const prefix = join(folder, "peers");
  await mkdir(prefix);
  const names = PEERS.map(({ name, version }) => `${name}@${version}`);
  await command("npm", ["install", "--no-save", "--no-package-lock", "--prefix", prefix, ...names]);
  for (const { name, version, note } of PEERS) {
    yield await whole(`${name} ${version}`, prefix, name, note);
  }
}

/** What Redocly CLI makes of the same contract. */
async function generated(folder: string): Promise<Row> {
  const file = join(folder, "generated.ts");
  const env = { ...process.env, REDOCLY_TELEMETRY: "off" };
  await command(join(MODULES, ".bin/redocly"), ["generate-client", DOCUMENT, "--output", file], { env });
  return whole("redocly generate-client", folder, "./generated.ts", "from this contract");
}

async function whole(name: string, folder: string, module: string, note: string): Promise<Row> {
  const size = bundleSize(folder, `import * as all from "${module}"; console.log(all);`);
  return { name, value: await size, unit: "B", limit: null, note };
}
