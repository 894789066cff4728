import { UsageError } from "../usage-error.js";

/** @throws UsageError when the value of a flag is not one of those known */
export function oneOf<Name extends string>(value: string, known: readonly Name[], flag: string): Name {
  const found = known.find((name) => name === value);
  if (found === undefined) throw new UsageError(`${flag} ${value} is not one of ${known.join(", ")}.`);
  return found;
}
