import { posix } from "node:path";
import type { Finding } from "../finding.js";

/** Files that share a base name: the bundle would rename the second component to `Name-2`. */
export function sharedBaseNames(files: Iterable<string>): Finding[] {
  const first = new Map<string, string>();
  const findings: Finding[] = [];
  for (const file of [...files].sort()) {
    const name = posix.basename(file, posix.extname(file));
    const other = first.get(name);
    if (other === undefined) first.set(name, file);
    else
      findings.push({
        file,
        line: 1,
        code: "base-name",
        message: `${other} has the same base name; rename one, or the bundle will`,
      });
  }
  return findings;
}
