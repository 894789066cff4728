import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSource } from "@ittybit/contract/source";
import type { MockOptions } from "../options.js";
import { mistakeText, readRules } from "./read-rules.js";
import type { ScenarioRule } from "./rule.js";
import type { ScenarioTargets } from "./targets.js";

/**
 * The rules that a mock starts with.
 *
 * @throws Error with file and line, or TypeError, for rules that cannot be used
 */
export async function initialRules(
  given: MockOptions["scenario"],
  targets: ScenarioTargets,
): Promise<readonly ScenarioRule[]> {
  if (given === undefined) return [];
  return given instanceof URL ? readScenarioFile(given, targets) : checkedRules(given, targets);
}

/** Rules that can be used. @throws TypeError for any other */
export function checkedRules(given: unknown, targets: ScenarioTargets): readonly ScenarioRule[] {
  const result = readRules(given, targets);
  if (result.kind === "rules") return result.rules;
  throw new TypeError(`Invalid scenario: ${mistakeText(result)}.`);
}

/**
 * Reads the rules of a JSON or YAML file.
 *
 * @throws Error with file and line for a file that cannot be used
 */
async function readScenarioFile(url: URL, targets: ScenarioTargets): Promise<readonly ScenarioRule[]> {
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
