import { open, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { builtScripts } from "../scripts/cache/shared-builds.js";
import type { Row } from "./bench.js";
import { tryDocument } from "./documents/try-document.js";

export const title =
  "Documents of others: OpenAPI 3.1 documents of a folder, each loaded in a process of its own (whole processes)";

/** Bytes at the start of a file in which its version is searched. */
const HEAD_BYTES = 64 * 1024;

/** Limits for one document: CPU seconds, which other work on the machine does not change, and memory. */
const MAX_SECONDS = 2;
const MAX_MEGABYTES = 300;

export async function* run([folder]: readonly string[] = []): AsyncGenerator<Row> {
  if (folder === undefined) {
    const note = "name a folder: npm run bench -- documents ./FOLDER";
    yield { name: "documents", value: null, unit: "s", limit: null, note };
    return;
  }
  const bin = join(await builtScripts("qa"), "bin.js");
  const largest = { megabytes: 0, name: "" };
  const counts = { loaded: 0, refused: 0 };
  for (const file of await openApi31Files(folder)) {
    const name = relative(folder, file);
    const { cpuSeconds, seconds, megabytes, refusal, faults } = await tryDocument(bin, file, folder);
    if (!(megabytes <= largest.megabytes)) Object.assign(largest, { megabytes, name });
    counts[refusal.length === 0 ? "loaded" : "refused"]++;
    const result = refusal.length === 0 ? `loaded, ${faults.length} faults` : `refused: ${refusal[0]}`;
    const note = `${seconds.toFixed(2)} s of wall time, ${Math.round(megabytes)} MB, ${result}`;
    yield { name, value: cpuSeconds, unit: "s", limit: MAX_SECONDS, note };
  }
  for (const [name, value] of Object.entries(counts)) yield { name, value, unit: "documents", limit: null };
  const { megabytes, name } = largest;
  yield { name: "largest memory", value: megabytes, unit: "MB", limit: MAX_MEGABYTES, note: name };
}

async function openApi31Files(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const found: string[] = [];
  for (const file of files) if (await isOpenApi31(file)) found.push(file);
  return found;
}

async function isOpenApi31(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return /^[\s{]*["']?openapi["']?\s*:\s*["']?3\.1\b/m.test(buffer.toString("utf8", 0, bytesRead));
  } finally {
    await handle.close();
  }
}
