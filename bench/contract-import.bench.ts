import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { median, type Row } from "./bench.js";

export const title = "contract: importing the precompiled contract (bundled, each time in a new process)";

const entry = fileURLToPath(new URL("../packages/contract/src/index.ts", import.meta.url));

export async function* run(): AsyncGenerator<Row> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    conditions: ["@ittybit/source"],
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const file = join(folder, "contract.mjs");
    writeFileSync(file, code);
    yield { name: "size, gzip", value: gzipSync(code, { level: 9 }).length / 1024, unit: "KB", limit: 120 };
    yield { name: "time of import", value: median(times(file)), unit: "ms", limit: 60 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds of nine imports; code generation from strings is forbidden, as under a strict CSP. */
function times(file: string): number[] {
  const url = JSON.stringify(pathToFileURL(file).href);
  const script = `const start = performance.now(); await import(${url}); console.log(performance.now() - start);`;
  const flags = ["--disallow-code-generation-from-strings", "--input-type=module", "-e", script];
  return Array.from({ length: 9 }, () => Number(execFileSync(process.execPath, flags, { encoding: "utf8" })));
}
