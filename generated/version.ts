/**
 * Version of the contract and of every package that is released with it.
 *
 * @example
 * ```ts
 * import { version } from "@ittybit/openapi/version";
 *
 * console.log(version);
 * ```
 */
export const version = "0.1.0";
