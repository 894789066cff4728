/*
 * What it takes to read exchanges and to report findings. None of it loads the contract, whose validators take longer to
 * load than all of this: a thread that only reports leaves them to those that check.
 */
export { compareKeys } from "./compare-keys.js";
export { bytesOf, headerValue, headerValues, isInMemory } from "./exchange.js";
export { exitCode } from "./exit-code.js";
export { severities } from "./findings/finding.js";
export { formatFinding } from "./findings/messages.js";
