// Made by npm run generate from spec/. Do not edit.

/**
 * The operations and schemas of the contract, as @ittybit/contract reads them.
 *
 * @example
 * ```ts
 * import { model } from "@ittybit/openapi/validators";
 *
 * console.log(model);
 * ```
 */
export declare const model: object;

/**
 * Source file and line of each node of the bundle, as in source-map.json.
 *
 * @example
 * ```ts
 * import { sources } from "@ittybit/openapi/validators";
 *
 * console.log(sources);
 * ```
 */
export declare const sources: { readonly files: readonly string[]; readonly root: unknown };

/**
 * Matches the patterns of the contract.
 *
 * @example
 * ```ts
 * import { patternEngine } from "@ittybit/openapi/validators";
 *
 * console.log(patternEngine);
 * ```
 */
export declare const patternEngine: (pattern: string, flags: string) => { test(text: string): boolean };

/**
 * Compiled validators by key of the model.
 *
 * @example
 * ```ts
 * import { validators } from "@ittybit/openapi/validators";
 *
 * console.log(validators);
 * ```
 */
export declare const validators: Readonly<Record<string, (value: unknown) => boolean>>;
