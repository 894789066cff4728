/** What breaks a response: sent slowly, cut off, never sent, or lost with the connection. */
export const SCENARIO_FAULTS = ["slow", "truncate", "timeout", "lost"] as const;
type ScenarioFault = (typeof SCENARIO_FAULTS)[number];

/**
 * A rule for the next calls of an app that is not changed for it. It needs at least one effect: `status`, `fault`, `delay`,
 * `empty` or `uploadSpeed`.
 *
 * @example
 * import type { ScenarioRule } from "@ittybit/mock";
 *
 * export const busy: ScenarioRule = { operation: "createMedia", times: 3, status: 503 };
 */
export interface ScenarioRule {
  /**
   * The calls that it is for: an operationId, `lists` for every list, or `uploads` for every creation.
   * @default every operation
   */
  readonly operation?: string;
  /**
   * Only calls that ask for this page of a list.
   * @default every page
   */
  readonly page?: number;
  /**
   * Number of calls, after which the rule ends.
   * @default no end
   */
  readonly times?: number;
  /** Respond with this documented status. The library is neither read nor changed. */
  readonly status?: number;
  /** How the response breaks. The call has its effect on the library: `lost` stores an upload, but closes the connection. */
  readonly fault?: ScenarioFault;
  /** Milliseconds to wait before the response. */
  readonly delay?: number;
  /** Show lists without items. */
  readonly empty?: boolean;
  /** Bytes per second at which a body is received. */
  readonly uploadSpeed?: number;
}

/** A rule in words. */
export function describeRule({ operation, page, times, ...effects }: ScenarioRule): string {
  const which = page === undefined ? "" : ` of page ${page}`;
  const calls =
    times === 1 ? "the next call" : times === undefined ? "every call" : `the next ${times} calls`;
  const effect = Object.entries(effects).map(([name, value]) => EFFECTS[name]?.(value) ?? name);
  return `${calls} of ${operation ?? "any operation"}${which}: ${effect.join(", ")}`;
}

const EFFECTS: Readonly<Record<string, (value: unknown) => string>> = {
  status: (value) => `status ${value}`,
  fault: (value) => (value === "lost" ? "stored, but the response is lost" : `fault ${value}`),
  delay: (value) => `a delay of ${value} ms`,
  empty: () => "no items",
  uploadSpeed: (value) => `received at ${value} bytes per second`,
};
