import { expect } from "vitest";

/** Vitest runs this before each test file of a worker, and keeps what was added for all of them. */
const ADDED = Symbol.for("ittybit: bytes are compared at once");

const state = globalThis as { [ADDED]?: true };

if (state[ADDED] === undefined) {
  state[ADDED] = true;
  expect.addEqualityTesters([equalBytes]);
}

/**
 * Finds equal bytes in one step, where a matcher of Vitest visits each byte as a property of its own: a thousand times
 * as long. All else is left to the matcher, so that differences are shown as ever.
 */
function equalBytes(one: unknown, other: unknown): true | undefined {
  if (!(one instanceof Uint8Array && other instanceof Uint8Array)) return undefined;
  const sameType = Object.getPrototypeOf(one) === Object.getPrototypeOf(other);
  return sameType && Buffer.compare(one, other) === 0 ? true : undefined;
}
