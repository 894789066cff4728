import type { SharedContext } from "../context.js";
import { mistakeText, readRules } from "../scenario/read-rules.js";
import { describeRule } from "../scenario/rule.js";
import type { Scenario } from "../scenario/scenario.js";
import { type ControlResult, done, rejected } from "./control-result.js";

/**
 * Shows, adds or removes the rules of the scenario.
 *
 * @param name of a scenario to add, `clear`, or the id of a rule to remove; empty for none
 */
export function controlScenario(
  { scenario, targets }: Pick<SharedContext, "scenario" | "targets">,
  method: string,
  name: string,
  body: unknown,
): ControlResult {
  if (method === "GET") return shown(scenario);
  if (method === "DELETE" || name === "clear") {
    scenario.clear();
    return shown(scenario);
  }
  if (/^\d+$/.test(name)) {
    return scenario.remove(Number(name)) ? shown(scenario) : rejected(404, `There is no rule ${name}.`);
  }
  const result = readRules(name === "" ? body : name, targets);
  if (result.kind === "mistake") return rejected(name === "" ? 422 : 404, `${mistakeText(result)}.`);
  scenario.add(result.rules);
  return shown(scenario);
}

function shown({ active }: Scenario): ControlResult {
  const rules = active.map(({ id, rule, remaining }) => ({
    id,
    ...rule,
    remaining,
    text: describeRule(rule),
  }));
  return done({ rules });
}
