import { ContractError } from "../contract-error.js";
import { type Place, placeText } from "./registry.js";

/** Refuses a pattern that is no regular expression, or that can backtrack without bound. */
export function requireSafePattern(pattern: string, place: Place): void {
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    throw new ContractError(
      `"${pattern}" is not a regular expression`,
      { pointer: placeText(place) },
      "Write it as ECMA-262 with the u flag understands it.",
      error,
    );
  }
}
