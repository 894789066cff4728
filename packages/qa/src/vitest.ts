import { expect } from "vitest";
import { contractMatchers, type MatchOptions } from "./testing/matchers.js";

// Vitest wants a record of functions, which an interface is not.
expect.extend({ ...contractMatchers });

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: merged declarations have the same type parameters and defaults
  interface Matchers<T = any> {
    /**
     * Checks a response against an operation of the contract: status, headers, media type and body. The response stays
     * unread. Always await the assertion.
     */
    toMatchContract(operationId: string, options?: MatchOptions): Promise<void>;
  }
}

// The declaration above extends Vitest only in a file that imports from it.
export type { Assertion } from "vitest";
export { contractMatchers, createMatchers, type MatchOptions } from "./testing/matchers.js";
