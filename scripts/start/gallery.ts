import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const output = `${root}dist/gallery`;

/**
 * Builds the example gallery for an API.
 *
 * @param api URL of the API, without a slash at its end
 * @returns the folder to serve
 */
export async function buildGallery(api: string): Promise<string> {
  const { build } = await import("vite");
  await build({
    root: `${root}examples/gallery`,
    logLevel: "error",
    define: { "import.meta.env.VITE_ITTYBIT_URL": JSON.stringify(api) },
    build: { outDir: output, emptyOutDir: true },
  });
  return output;
}
