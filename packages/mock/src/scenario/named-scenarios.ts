import type { ScenarioRule } from "./rule.js";

/** The scenarios that come with the mock, by name. */
export const SCENARIOS = {
  "failing-uploads": [{ operation: "uploads", times: 3, status: 503 }],
  "slow-uploads": [{ operation: "uploads", uploadSpeed: 100_000 }],
  "lost-upload": [{ operation: "uploads", times: 1, fault: "lost" }],
  "empty-library": [{ operation: "lists", empty: true }],
  "broken-second-page": [{ operation: "lists", page: 2, status: 500 }],
} as const satisfies Readonly<Record<string, readonly ScenarioRule[]>>;

/**
 * A scenario that has a name.
 *
 * @example
 * import type { ScenarioName } from "@ittybit/mock";
 *
 * export const name: ScenarioName = "empty-library";
 */
export type ScenarioName = keyof typeof SCENARIOS;

export function isScenarioName(text: string): text is ScenarioName {
  return Object.hasOwn(SCENARIOS, text);
}
