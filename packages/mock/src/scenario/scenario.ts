import type { ScenarioRule } from "./rule.js";

/** A call as rules see it. */
export interface ScenarioCall {
  readonly operationId: string;
  /** The groups that its operation is in. */
  readonly groups: readonly string[];
  /** The page of a list that it asks for. */
  readonly page: number;
}

/** A rule that is in force. */
export interface ActiveRule {
  readonly id: number;
  readonly rule: ScenarioRule;
  /** Calls that are left; null without an end. */
  readonly remaining: number | null;
}

/** A rule that a call took. */
export interface TakenRule {
  readonly rule: ScenarioRule;
  /** The call does not count after all. */
  giveBack(): void;
}

/** The rules that are in force. The first one that is for a call decides. */
export class Scenario {
  #initial: readonly ScenarioRule[] = [];
  #active: ActiveRule[] = [];
  #nextId = 1;

  /** @param initial the rules to begin with, and what a reset returns to */
  start(initial: readonly ScenarioRule[]): void {
    this.#initial = initial;
    this.reset();
  }

  get active(): readonly ActiveRule[] {
    return this.#active;
  }

  /** Adds rules. Returns a function that removes them. */
  add(rules: readonly ScenarioRule[]): () => void {
    const added = rules.map((rule) => ({ id: this.#nextId++, rule, remaining: rule.times ?? null }));
    this.#active = [...this.#active, ...added];
    return () => {
      for (const { id } of added) this.remove(id);
    };
  }

  /** @returns whether there was such a rule */
  remove(id: number): boolean {
    const count = this.#active.length;
    this.#active = this.#active.filter((one) => one.id !== id);
    return this.#active.length < count;
  }

  clear(): void {
    this.#active = [];
  }

  reset(): void {
    this.clear();
    this.add(this.#initial);
  }

  /** Takes the rule for a call, and counts the call; null if there is none. */
  take(call: ScenarioCall): TakenRule | null {
    const found = this.#active.find(({ rule }) => isFor(rule, call));
    if (found === undefined) return null;
    const { id, rule } = found;
    this.#count(id, -1);
    return { rule, giveBack: () => this.#giveBack(found) };
  }

  #giveBack({ id, rule }: ActiveRule): void {
    if (this.#active.some((one) => one.id === id)) this.#count(id, 1);
    else if (rule.times !== undefined) this.#active = [{ id, rule, remaining: 1 }, ...this.#active];
  }

  #count(id: number, change: 1 | -1): void {
    this.#active = this.#active.flatMap((one): ActiveRule[] => {
      if (one.id !== id || one.remaining === null) return [one];
      const remaining = one.remaining + change;
      return remaining > 0 ? [{ ...one, remaining }] : [];
    });
  }
}

function isFor({ operation, page }: ScenarioRule, call: ScenarioCall): boolean {
  if (page !== undefined && page !== call.page) return false;
  return operation === undefined || operation === call.operationId || call.groups.includes(operation);
}
