import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

test("the precompiled contract works where code from strings is forbidden, and brings no Ajv", async () => {
  const folder = mkdtempSync(join(tmpdir(), "contract-"));
  const outfile = join(folder, "contract.mjs");
  const entry = fileURLToPath(new URL("../src/index.ts", import.meta.url));
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    metafile: true,
    format: "esm",
    platform: "browser",
    conditions: ["@ittybit/source"],
    outfile,
    logLevel: "silent",
  });
  const url = JSON.stringify(pathToFileURL(outfile).href);
  const script = `const { default: contract } = await import(${url});
    const url = "https://api.ittybit.com/media?limit=0";
    const { findings } = await contract.checkRequest({ method: "GET", url, headers: [["authorization", "Bearer k"]], body: null });
    console.log(findings.map(({ keyword }) => keyword).join());`;
  const flags = ["--disallow-code-generation-from-strings", "--input-type=module", "-e", script];
  const output = execFileSync(process.execPath, flags, { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  expect(output.trim()).toBe("minimum");
  expect(Object.keys(metafile.inputs).filter((file) => /node_modules\/ajv|^node:/.test(file))).toEqual([]);
});
