import { expect } from "vitest";
import { contractMatchers, type MatchOptions } from "./testing/matchers.js";

// Vitest and Jest want a record of functions, which an interface is not.
expect.extend({ ...contractMatchers });

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: merged declarations have the same type parameters and defaults
  interface Matchers<T = any> {
    /**
     * Holds a response against an operation of the contract: status, headers, media type and body. The response stays
     * unread. Always await it.
     */
    toMatchContract(operationId: string, options?: MatchOptions): Promise<void>;
  }
}

// what is declared above adds to Vitest only in a file that names it
export type { Assertion } from "vitest";
export { contractMatchers, createMatchers, type MatchOptions } from "./testing/matchers.js";
