import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSource } from "@ittybit/contract/source";
import { readRules } from "./read-rules.js";
import type { ScenarioRule } from "./rule.js";
import type { ScenarioTargets } from "./targets.js";

/**
 * Reads the rules of a JSON or YAML file.
 *
 * @throws Error with file and line for a file that cannot be used
 */
export async function readScenarioFile(url: URL, targets: ScenarioTargets): Promise<readonly ScenarioRule[]> {
  const path = fileURLToPath(url);
  const text = await readFile(url, "utf8").catch((cause) => {
    const problem = cause.code === "ENOENT" ? "does not exist" : "cannot be read";
    throw new Error(`The scenario file ${path} ${problem}.`, { cause });
  });
  const file = parseSource(basename(path), text);
  const result = readRules(file.value, targets);
  if (result.kind === "rules") return result.rules;
  throw new Error(`${file.name}:${file.line(result.path)}: ${result.message}.`);
}
