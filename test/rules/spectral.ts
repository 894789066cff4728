import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";

/** One problem, as Spectral's command prints it. `path` is joined by dots. */
export type Problem = { code: string; path: string; severity: number };

const root = fileURLToPath(new URL("../..", import.meta.url));
const command = join(root, "node_modules/.bin/spectral");

/**
 * Runs the real command once over all documents, with the repository's rules.
 *
 * @param documents by a name that serves as file name
 * @returns the problems of each document, by its name
 */
export function lintWithSpectral(documents: Record<string, unknown>): Map<string, Problem[]> {
  const folder = mkdtempSync(join(tmpdir(), "rules-"));
  try {
    const files = Object.entries(documents).map(([name, document]) => {
      const file = join(folder, `${name}.yaml`);
      writeFileSync(file, stringify(document, { aliasDuplicateObjects: false }));
      return file;
    });
    const args = ["lint", "--quiet", "--format=json", "--fail-severity=hint", ...files];
    const { stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
    if (!stdout.startsWith("[")) throw new Error(`spectral did not print JSON: ${stdout}${stderr}`);
    const problems = new Map<string, Problem[]>(Object.keys(documents).map((name) => [name, []]));
    for (const { code, path, severity, source } of JSON.parse(stdout))
      problems.get(basename(source, ".yaml"))?.push({ code, severity, path: path.join(".") });
    return problems;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
