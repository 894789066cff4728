import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { clientManifest } from "../../scripts/build-client.js";
import { builtScripts } from "../../scripts/cache/shared-builds.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Builds a page with Vite against the client as it is published. It goes to `dist` in the folder.
 *
 * @param sources folders of this repository whose files are laid out in it
 * @param modules packages that the page uses besides the client
 */
export async function buildPage(
  folder: string,
  sources: readonly string[],
  modules: readonly string[],
): Promise<string> {
  const installed = join(folder, "node_modules/@ittybit/client");
  await mkdir(installed, { recursive: true });
  await cp(await builtScripts("client"), join(installed, "dist"), { recursive: true });
  await writeFile(join(installed, "package.json"), await clientManifest());
  for (const name of ["openapi-fetch", ...modules])
    await symlink(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
  for (const source of sources) await cp(join(ROOT, source), folder, { recursive: true });
  await build({ root: folder, configFile: false, logLevel: "error" });
  return join(folder, "dist");
}
