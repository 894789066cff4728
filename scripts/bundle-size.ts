import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Sizes in bytes with gzip, as a bundler makes them for a browser, openapi-fetch and the table included. */
export interface BundleSizes {
  /** Everything that the main entry offers. */
  readonly all: number;
  /** A page that lists media and shows nothing else. */
  readonly reading: number;
}

/** What is promised: 6 KB for all of it, 5 KB for a page that only lists. */
export const SIZE_LIMITS: BundleSizes = { all: 6 * 1024, reading: 5 * 1024 };

/** Measures an installed @ittybit/client. */
export async function bundleSizes(installed: string): Promise<BundleSizes> {
  return {
    all: await bundleSize(installed, 'export * from "@ittybit/client";'),
    reading: await bundleSize(
      installed,
      `import { createReader } from "@ittybit/client";
       for await (const { title } of createReader({ apiKey: "key" }).media.list()) document.body.append(title);`,
    ),
  };
}

/** The size of a module, bundled and minified for a browser, with gzip at its best. */
export async function bundleSize(resolveDir: string, contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}
