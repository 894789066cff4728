import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { LONG_FILES } from "./long-files.js";

/** Modules that start a process or a browser, or build something. */
const HEAVY =
  /^(?:node:child_process|(?:playwright-core|@playwright|esbuild|vite|rollup|typescript|publint)(?:\/.*)?)$/;

/** Folders of long tables and of measurements, which need neither process nor browser, and take minutes. */
const LONG_FOLDERS = /^test\/(?:conformance|growth)\//;

const TEST_SUPPORT = "@ittybit/test-support/";

const SPECIFIER = /^(?:import|export)(?! type)\b[^;]*?"([^"]+)";|\bimport\("([^"]+)"\)/gm;

/**
 * Sorts test files by what they and the files that they import, however far, need of the machine. `quick` ones need
 * no process, no build and no browser, and little time.
 *
 * @param root absolute path that the names are relative to
 */
export function testFiles(root: string, folders: readonly string[]): { quick: string[]; whole: string[] } {
  const heavy = new Map<string, boolean>();
  const isHeavy = (file: string): boolean => {
    const known = heavy.get(file);
    if (known !== undefined) return known;
    // A circle of imports ends here; what else it imports decides.
    heavy.set(file, false);
    const found = importsOf(file).some((name) => {
      const path = pathOf(root, file, name);
      return path === undefined ? HEAVY.test(name) : path.endsWith(".ts") && isHeavy(path);
    });
    heavy.set(file, found);
    return found;
  };
  const all = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".test.ts") && !name.includes("node_modules"))
      .map((name) => join(folder, name)),
  );
  const quick = all.filter((file) => !isLong(file.replaceAll(sep, "/")) && !isHeavy(join(root, file))).sort();
  return { quick, whole: all.filter((file) => !quick.includes(file)).sort() };
}

const isLong = (file: string): boolean => LONG_FOLDERS.test(file) || file in LONG_FILES;

/** The file of this repository that an import names, where it is a relative path or one of the test support. */
function pathOf(root: string, from: string, name: string): string | undefined {
  if (name.startsWith(TEST_SUPPORT))
    return resolve(root, "test-support", `${name.slice(TEST_SUPPORT.length)}.ts`);
  return name.startsWith(".") ? resolve(dirname(from), name).replace(/\.js$/, ".ts") : undefined;
}

function importsOf(file: string): string[] {
  try {
    return [...readFileSync(file, "utf8").matchAll(SPECIFIER)].map(([, name, lazy]) => name ?? lazy ?? "");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
