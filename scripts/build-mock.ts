import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const source = fileURLToPath(new URL("../packages/mock/src/", import.meta.url));

/** esbuild's ES modules have no `require`, which packages inside of them call. */
const banner = `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);`;

/**
 * Builds @ittybit/mock as JavaScript for Node. The contract and its engine are inlined; Prism stays a package of
 * its own, because it is loaded for made-up answers only.
 */
export async function buildMock(dist: string): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  await build({
    entryPoints: ["index", "bin", "fixtures"].map((entry) => `${source}${entry}.ts`),
    outdir: dist,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@ittybit/source"],
    external: ["@stoplight/prism-http", "@ittybit/openapi/openapi.json"],
    banner: { js: banner },
    logLevel: "error",
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildMock(fileURLToPath(new URL("../packages/mock/dist/", import.meta.url)));
}
