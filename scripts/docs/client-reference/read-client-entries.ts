import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildOnce } from "../../cache/build-once.js";
import { contentKey } from "../../cache/content-key.js";
import type { ClientEntry } from "./client-entry.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What the entries are read from, and what reads them. */
const SOURCES = [
  "packages/client/src",
  "generated",
  "scripts/docs/client-reference",
  "tsconfig.json",
  "node_modules/typedoc/package.json",
];

const FILE = "entries.json";

/** The entries of the client's package with their types and comments. The same sources are read once. */
export async function readClientEntries(): Promise<readonly ClientEntry[]> {
  const key = await contentKey(root, SOURCES);
  const folder = await buildOnce({ name: "client-reference", key, write });
  return JSON.parse(await readFile(join(folder, FILE), "utf8")) as readonly ClientEntry[];
}

async function write(folder: string): Promise<void> {
  // It takes a second to load, with the compiler.
  const { convertClient } = await import("./convert-client.js");
  await writeFile(join(folder, FILE), JSON.stringify(await convertClient(root)));
}
