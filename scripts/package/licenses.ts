import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metafile } from "esbuild";

/** The licences of all third-party packages in a bundle, as their terms require. */
export async function licenseNotices({ inputs }: Metafile): Promise<string> {
  const folders = new Set(Object.keys(inputs).flatMap((file) => packageFolder(file) ?? []));
  const notices = await Promise.all([...folders].sort().map(notice));
  return `This package contains code of the packages below.\n\n${notices.join("\n\n")}\n`;
}

/** The folder of the innermost package that a file belongs to. */
function packageFolder(file: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/** @throws when a package comes without a licence text */
async function notice(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} ${version} has no licence text: do not bundle it.`);
  const text = await readFile(join(folder, file), "utf8");
  return `${name} ${version} (${license})\n\n${text.trim()}`;
}
