import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";

/** Modules that start a process or a browser, or build something. */
const HEAVY =
  /^(?:node:child_process|(?:playwright-core|@playwright|esbuild|vite|rollup|typescript|publint)(?:\/.*)?)$/;

/** Folders of long tables and of measurements, which need neither process nor browser, and take minutes. */
const LONG = /^test\/(?:conformance|growth)\//;

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
    const found = importsOf(file).some((name) =>
      name.startsWith(".") ? isHeavyPath(file, name) : HEAVY.test(name),
    );
    heavy.set(file, found);
    return found;
  };
  const isHeavyPath = (from: string, name: string): boolean => {
    const file = resolve(dirname(from), name).replace(/\.js$/, ".ts");
    return file.endsWith(".ts") && isHeavy(file);
  };
  const all = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".test.ts") && !name.includes("node_modules"))
      .map((name) => join(folder, name)),
  );
  const quick = all
    .filter((file) => !LONG.test(file.replaceAll(sep, "/")) && !isHeavy(join(root, file)))
    .sort();
  return { quick, whole: all.filter((file) => !quick.includes(file)).sort() };
}

function importsOf(file: string): string[] {
  try {
    return [...readFileSync(file, "utf8").matchAll(SPECIFIER)].map(([, name, lazy]) => name ?? lazy ?? "");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
