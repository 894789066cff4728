import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Metafile, type OutputFile } from "esbuild";

/** Sizes in bytes with gzip, as a bundler makes them for a browser, the table of operations included. */
export interface BundleSizes {
  /** Everything that the main entry offers, without what it loads later. */
  readonly all: number;
  /** A page that lists media and shows nothing else. */
  readonly reading: number;
  /** What the main entry loads with the first call that has a body, such as an upload. */
  readonly bodies: number;
}

/** What is promised: 6 KB for the main entry, 5 KB for a page that only lists. */
export const SIZE_LIMITS = { all: 6 * 1024, reading: 5 * 1024 };

/** Measures an installed @ittybit/client. */
export async function bundleSizes(installed: string): Promise<BundleSizes> {
  const { initial, later } = await chunkSizes(installed, 'export * from "@ittybit/client";');
  const reading = await bundleSize(
    installed,
    `import { createReader } from "@ittybit/client";
     for await (const { title } of createReader({ apiKey: "key" }).media.list()) document.body.append(title);`,
  );
  return { all: initial, reading, bodies: later };
}

/** The size of a module, bundled and minified for a browser in one file, with gzip at its best. */
export async function bundleSize(resolveDir: string, contents: string): Promise<number> {
  const { outputFiles } = await bundle(resolveDir, contents, {});
  return zippedSize(outputFiles);
}

/** The sizes of what a page loads at its start, and of what it loads on demand. */
async function chunkSizes(resolveDir: string, contents: string): Promise<{ initial: number; later: number }> {
  const { outputFiles, metafile } = await bundle(resolveDir, contents, { splitting: true, metafile: true });
  const initial = staticImports(metafile?.outputs ?? {});
  const isInitial = ({ path }: OutputFile) => initial.includes(path);
  return {
    // Other bundlers put what both parts share into the first one, instead of a file of its own.
    initial: zippedSize(outputFiles.filter(isInitial)),
    later: zippedSize(outputFiles.filter((file) => !isInitial(file))),
  };
}

/** The paths of the entry and of all that it imports at once. */
function staticImports(outputs: Metafile["outputs"]): string[] {
  const imported = (name: string): string[] => [
    resolve(name),
    ...(outputs[name]?.imports ?? [])
      .filter(({ kind }) => kind === "import-statement")
      .flatMap(({ path }) => imported(path)),
  ];
  return imported(Object.keys(outputs).find((name) => outputs[name]?.entryPoint === "<stdin>") ?? "");
}

const zippedSize = (files: readonly OutputFile[]): number =>
  gzipSync(Buffer.concat(files.map(({ contents }) => contents)), { level: 9 }).length;

const bundle = (resolveDir: string, contents: string, options: BuildOptions) =>
  build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    outdir: "bundle",
    logLevel: "error",
    ...options,
    write: false,
  });
