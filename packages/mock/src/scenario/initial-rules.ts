import type { MockOptions } from "../options.js";
import { mistakeText, readRules } from "./read-rules.js";
import type { ScenarioRule } from "./rule.js";
import { readScenarioFile } from "./scenario-file.js";
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
