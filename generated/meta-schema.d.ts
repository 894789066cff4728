// Made by npm run generate from the meta-schemas of JSON Schema 2020-12. Do not edit.

/**
 * The meta-schemas of JSON Schema 2020-12 by their URIs.
 *
 * @example
 * ```ts
 * import { metaSchemas } from "@ittybit/openapi/meta-schema";
 *
 * console.log(metaSchemas);
 * ```
 */
export declare const metaSchemas: Readonly<Record<string, unknown>>;

/**
 * Validates a schema. The errors are those of the last call.
 *
 * @example
 * ```ts
 * import { validateSchema } from "@ittybit/openapi/meta-schema";
 *
 * console.log(validateSchema);
 * ```
 */
export declare const validateSchema: {
  (value: unknown): boolean;
  readonly errors?:
    | readonly {
        readonly instancePath: string;
        readonly keyword: string;
        readonly params: Readonly<Record<string, unknown>>;
        readonly message?: string;
      }[]
    | null;
};
