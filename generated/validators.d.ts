// Made by npm run generate from spec/. Do not edit.

/** The operations and schemas of the contract, as @ittybit/contract reads them. */
export declare const model: object;

/** Source file and line of each node of the bundle, as in source-map.json. */
export declare const sources: { readonly files: readonly string[]; readonly root: unknown };

/** Matches the patterns of the contract. */
export declare const patternEngine: (pattern: string, flags: string) => { test(text: string): boolean };

/** Compiled validators by key of the model. */
export declare const validators: Readonly<Record<string, (value: unknown) => boolean>>;
