// Made by npm run generate from https://spec.openapis.org/oas/3.0/schema/2021-09-28. Do not edit.

/**
 * Validators for the objects of an OpenAPI 3.0 document, by the JSON Schema of the specification.
 *
 * @example
 * ```ts
 * import { openApiValidators } from "@ittybit/openapi/openapi-3-0-schema";
 *
 * console.log(openApiValidators);
 * ```
 */
export declare const openApiValidators: Readonly<
  Record<
    "openapi" | "pathItem" | "parameter" | "requestBody" | "response" | "header" | "example" | "link" | "callback" | "securityScheme" | "schema",
    {
      (value: unknown): boolean;
      readonly errors?:
        | readonly {
            readonly instancePath: string;
            readonly schemaPath: string;
            readonly keyword: string;
            readonly params: Readonly<Record<string, unknown>>;
            readonly propertyName?: string;
          }[]
        | null;
    }
  >
>;
