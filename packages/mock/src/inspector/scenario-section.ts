import type { MockContext } from "../context.js";
import { SCENARIOS } from "../scenario/named-scenarios.js";
import { readRules } from "../scenario/read-rules.js";
import { describeRule } from "../scenario/rule.js";
import type { ActiveRule } from "../scenario/scenario.js";
import { controlForm, escapeHtml } from "./html.js";

/** The rules that are in force, and a button for each scenario that this document can have. */
export function scenarioSection({ scenario, targets, store }: MockContext): string {
  const names = Object.keys(SCENARIOS).filter((name) => readRules(name, targets).kind === "rules");
  const buttons = names.map((name) => controlForm(`scenario/${name}`, store, name.replaceAll("-", " ")));
  const { active } = scenario;
  return `<h2>Scenario</h2>
${active.length === 0 ? "<p>No rules: the mock responds as usual.</p>" : activeRules(active, store)}
<p>Add a scenario:</p>
${buttons.join(" ")}`;
}

function activeRules(active: readonly ActiveRule[], store: string | null): string {
  const items = active.map(({ id, rule, remaining }) => {
    const left = remaining === null ? "" : ` (${remaining} left)`;
    const text = escapeHtml(`${describeRule(rule)}${left}`);
    return `<li>${text} ${controlForm(`scenario/${id}/remove`, store, "Remove")}</li>`;
  });
  return `<ul>
${items.join("\n")}
</ul>
${controlForm("scenario/clear", store, "Remove all")}`;
}
