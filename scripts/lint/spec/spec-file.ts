import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { SpecError } from "../../generate/bundle/spec-error.js";

/** The OpenAPI document, relative to the folder that holds the contract. */
export const specRoot = "spec/openapi.yaml";

/** Folder of the Arazzo documents, relative to spec/. They use the OpenAPI document and are no part of it. */
const WORKFLOWS = "workflows";

/** The Arazzo documents of a contract, relative to the folder that holds spec/. */
export function workflowFiles(folder: string): string[] {
  const path = join(folder, "spec", WORKFLOWS);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith(".arazzo.yaml"));
  return names.sort().map((name) => `spec/${WORKFLOWS}/${name}`);
}

/**
 * Reads every file of the OpenAPI document under spec/.
 *
 * @param folder that holds spec/
 * @returns the texts by path relative to that folder, with `/` on every system
 * @throws SpecError when there is no contract
 */
export function readSpec(folder: string): Map<string, string> {
  let names: string[];
  try {
    names = readdirSync(join(folder, "spec"), { recursive: true, encoding: "utf8" });
  } catch {
    const fix = "Run this in a folder with spec/, or name one with --root.";
    throw new SpecError(`${specRoot}:1`, "no such file", { fix });
  }
  const files = names
    .filter((name) => /\.(ya?ml|json)$/.test(name) && !name.startsWith(WORKFLOWS + sep))
    .sort();
  return new Map(
    files.map((name) => [
      `spec/${name.replaceAll(sep, "/")}`,
      readFileSync(join(folder, "spec", name), "utf8"),
    ]),
  );
}
