import { createRequire } from "node:module";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { docblock } from "./docblock.js";
import type { Emit } from "./output.js";

const schema: { readonly $id: string } = createRequire(import.meta.url)(
  "@seriousme/openapi-schema-validator/schemas/v3.1/schema.json",
);

const head = `// Made by npm run generate from ${schema.$id}. Do not edit.\n`;

/** Objects of OpenAPI 3.1 by the definition that describes them. A reference may lead to each of them. */
const objects = {
  openapi: "",
  pathItem: "path-item",
  parameter: "parameter",
  requestBody: "request-body",
  response: "response",
  header: "header",
  example: "example",
  link: "link",
  callback: "callbacks",
  securityScheme: "security-scheme",
} as const;

/**
 * The JSON Schema that the specification publishes for documents, compiled: one module without imports. It leaves
 * Schema Objects to JSON Schema itself.
 */
export const emitOpenApiSchema: Emit = async () => {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    messages: false,
    validateFormats: false,
    ownProperties: true,
    logger: false,
    code: { source: true, esm: true, optimize: 1 },
  });
  ajv.addSchema(schema);
  const names = Object.entries(objects).map(([name, definition]) => {
    return [name, `${schema.$id}${definition === "" ? "" : `#/$defs/${definition}`}`];
  });
  const source = (standaloneCode as unknown as Standalone)(ajv, Object.fromEntries(names)).replaceAll(
    /^export const /gm,
    "const ",
  );
  const { outputFiles } = await build({
    stdin: {
      contents: `${source}\nexport const openApiValidators = { ${Object.keys(objects).join(", ")} };`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
    legalComments: "none",
  });
  return head + outputFiles[0]?.text;
};

type Standalone = (ajv: unknown, names: Record<string, string>) => string;

/** Types of openapi-schema.js. */
export const emitOpenApiSchemaTypes: Emit = () => `${head}
${docblock("Validators for the objects of an OpenAPI 3.1 document, by the JSON Schema of the specification.", "@ittybit/openapi/openapi-schema", "openApiValidators")}
export declare const openApiValidators: Readonly<
  Record<
    ${Object.keys(objects)
      .map((name) => JSON.stringify(name))
      .join(" | ")},
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
`;
