import type { Operation } from "@ittybit/contract";
import { asNode, type Node } from "../document/node.js";
import { isDocumented, listStatuses } from "../request/prefer.js";
import { isScenarioName, SCENARIOS } from "./named-scenarios.js";
import { SCENARIO_FAULTS, type ScenarioRule } from "./rule.js";
import type { ScenarioTargets } from "./targets.js";

/** Rules, or what is wrong with them. */
export type RulesResult =
  | { readonly kind: "rules"; readonly rules: readonly ScenarioRule[] }
  /** `path` leads to the value that is wrong. */
  | { readonly kind: "mistake"; readonly path: readonly string[]; readonly message: string };

/** What is wrong, and where. */
export function mistakeText({ path, message }: RulesResult & { kind: "mistake" }): string {
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}

/**
 * Reads a scenario as it is written: the name of one, a rule, a list of rules, or an object with them in `rules` or with the
 * `name` of a scenario.
 */
export function readRules(value: unknown, targets: ScenarioTargets): RulesResult {
  const name = typeof value === "string" ? value : asNode(value).name;
  if (name !== undefined) return readName(name, typeof value === "string" ? [] : ["name"], targets);
  const { rules } = asNode(value);
  const isWrapped = rules !== undefined;
  const written = isWrapped ? rules : value;
  const prefix = isWrapped ? ["rules"] : [];
  const list = Array.isArray(written) ? written : [written];
  for (const [index, rule] of list.entries()) {
    const path = Array.isArray(written) ? [...prefix, String(index)] : prefix;
    const fault = findFault(rule, targets);
    if (fault !== null) return { kind: "mistake", path: [...path, ...fault.path], message: fault.message };
  }
  return { kind: "rules", rules: list as ScenarioRule[] };
}

function readName(name: unknown, path: readonly string[], targets: ScenarioTargets): RulesResult {
  if (typeof name === "string" && isScenarioName(name)) return readRules([...SCENARIOS[name]], targets);
  const known = Object.keys(SCENARIOS).join(", ");
  return {
    kind: "mistake",
    path,
    message: `${JSON.stringify(name)} is not the name of a scenario: ${known}`,
  };
}

interface Fault {
  readonly path: readonly string[];
  readonly message: string;
}

const EFFECTS = ["status", "fault", "delay", "empty", "uploadSpeed"];

const MAX_DELAY_MS = 60_000;

function findFault(value: unknown, targets: ScenarioTargets): Fault | null {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { path: [], message: 'a rule is an object such as {"operation": "createMedia", "status": 503}' };
  const rule = asNode(value);
  for (const [name, one] of Object.entries(rule)) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined;
    if (check === undefined)
      return { path: [name], message: `${name} is not a field of a rule: ${Object.keys(CHECKS).join(", ")}` };
    const message = check(one, rule, targets);
    if (message !== null) return { path: [name], message: `${name} ${message}` };
  }
  if (EFFECTS.some((name) => name in rule)) return null;
  return { path: [], message: `a rule needs an effect: ${EFFECTS.join(", ")}` };
}

/** What is wrong with the value of each field; null if nothing is. */
const CHECKS: Readonly<
  Record<string, (value: unknown, rule: Node, targets: ScenarioTargets) => string | null>
> = {
  operation: (value, _rule, { operations, groups }) =>
    operationsOf(value, { operations, groups }).length > 0
      ? null
      : `is none of: ${[...Object.keys(groups), ...operations.map(({ operationId }) => operationId)].join(", ")}`,
  page: (value) => wholeNumber(value, 1, Number.MAX_SAFE_INTEGER),
  times: (value) => wholeNumber(value, 1, Number.MAX_SAFE_INTEGER),
  status: (value, rule, targets) => {
    const status = Number(value);
    if (!Number.isInteger(value) || status < 200 || status > 599)
      return "is not an HTTP status from 200 to 599";
    const without = operationsOf(rule.operation, targets).find(
      (operation) => !isDocumented(targets.documentedResponses(operation), status),
    );
    if (without === undefined) return null;
    const documented = listStatuses(targets.documentedResponses(without));
    return `${status} is not documented for ${without.operationId}: ${documented}`;
  },
  fault: (value) =>
    (SCENARIO_FAULTS as readonly unknown[]).includes(value)
      ? null
      : `is none of: ${SCENARIO_FAULTS.join(", ")}`,
  delay: (value) => wholeNumber(value, 1, MAX_DELAY_MS),
  empty: (value, _rule, targets) => {
    if (value !== true) return "is not true";
    return targets.hasLibrary ? null : "needs a library, which this mock does not have";
  },
  uploadSpeed: (value) => wholeNumber(value, 1, Number.MAX_SAFE_INTEGER),
};

function operationsOf(
  operation: unknown,
  { operations, groups }: Pick<ScenarioTargets, "operations" | "groups">,
): readonly Operation[] {
  if (operation === undefined) return operations;
  const ids = groups[String(operation)] ?? [operation];
  return operations.filter(({ operationId }) => ids.includes(operationId));
}

function wholeNumber(value: unknown, min: number, max: number): string | null {
  if (Number.isInteger(value) && Number(value) >= min && Number(value) <= max) return null;
  return max === Number.MAX_SAFE_INTEGER
    ? `is not a whole number from ${min}`
    : `is not a whole number from ${min} to ${max}`;
}
