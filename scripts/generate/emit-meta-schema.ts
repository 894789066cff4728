import { metaSchemaSource } from "@ittybit/contract/standalone";
import { bundleValidators } from "./bundle-validators.js";
import { compiledOnce } from "./compiled-once.js";
import { docblock } from "./docblock.js";
import type { Emit } from "./output.js";

const head = "// Made by npm run generate from the meta-schemas of JSON Schema 2020-12. Do not edit.\n";

/** The meta-schemas of JSON Schema 2020-12, and a compiled validator. One module without imports, without eval. */
export const emitMetaSchema: Emit = async () =>
  head +
  (await compiledOnce("meta-schema", ["packages/contract/src"], () => bundleValidators(metaSchemaSource())));

/** Types of meta-schema.js. */
export const emitMetaSchemaTypes: Emit = () => `${head}
${docblock("The meta-schemas of JSON Schema 2020-12 by their URIs.", "@ittybit/openapi/meta-schema", "metaSchemas")}
export declare const metaSchemas: Readonly<Record<string, unknown>>;

${docblock("Validates a schema. The errors are those of the last call.", "@ittybit/openapi/meta-schema", "validateSchema")}
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
`;
