import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { metaSchemaSource } from "@ittybit/contract/standalone";
import { buildOnce } from "../cache/build-once.js";
import { contentKey } from "../cache/content-key.js";
import { bundleValidators } from "./bundle-validators.js";
import { docblock } from "./docblock.js";
import type { Emit } from "./output.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the compiled schemas follow from. It is not spec/, so that runs share them. */
const SOURCES = ["scripts/generate", "packages/contract/src", "package-lock.json"];

const head = "// Made by npm run generate from the meta-schemas of JSON Schema 2020-12. Do not edit.\n";

/** The meta-schemas of JSON Schema 2020-12, and a compiled validator. One module without imports, without eval. */
export const emitMetaSchema: Emit = async () => {
  const folder = await buildOnce({
    name: "meta-schema",
    key: await contentKey(root, SOURCES),
    write: async (folder) => writeFile(join(folder, FILE), await bundleValidators(metaSchemaSource())),
  });
  return head + (await readFile(join(folder, FILE), "utf8"));
};

const FILE = "schema.js";

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
