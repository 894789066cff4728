import { contractMatchers, type MatchOptions } from "./testing/matchers.js";

/** The global of Jest and of compatible test runners. */
const { expect } = globalThis as { expect?: { extend(matchers: object): void } };
if (expect === undefined) {
  throw new TypeError(
    "There is no global expect: list @ittybit/qa/jest in setupFilesAfterEnv, or call expect.extend(contractMatchers).",
  );
}
expect.extend({ ...contractMatchers });

declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: merged declarations have the same type parameters and defaults
    interface Matchers<R, T = {}> {
      /**
       * Checks a response against an operation of the contract: status, headers, media type and body. The response
       * stays unread. Always await the assertion.
       */
      toMatchContract(operationId: string, options?: MatchOptions): Promise<R>;
    }
  }
}

declare module "expect" {
  interface Matchers<R extends void | Promise<void>, T = unknown> {
    /**
     * Checks a response against an operation of the contract: status, headers, media type and body. The response stays
     * unread. Always await the assertion.
     */
    toMatchContract(operationId: string, options?: MatchOptions): Promise<void>;
  }
}

// The declaration above extends Jest only in a file that imports from it.
export type { Expect } from "expect";
export { contractMatchers, createMatchers, type MatchOptions } from "./testing/matchers.js";
