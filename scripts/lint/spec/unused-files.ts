import type { Finding } from "../finding.js";
import type { Reference } from "./references.js";

/** Files of the contract that nothing reaches from its root: linters and the bundle never see them. */
export function orphans(files: Iterable<string>, root: string, references: Reference[]): Finding[] {
  const reached = new Set([root]);
  for (const file of reached)
    for (const { from, to } of references) if (from.file === file) reached.add(to.file);
  return [...files]
    .filter((file) => !reached.has(file))
    .map((file) => ({
      file,
      line: 1,
      code: "orphan",
      message: `no $ref leads here from ${root}; use this file or remove it`,
    }));
}
