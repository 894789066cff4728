import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "../usage-error.js";

/** @throws UsageError for flags that are not known, or lack their value */
export function parseFlags<Flags extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: Flags,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/\.? To specify.*|\.$/s, "").concat("."));
  }
}
