import { createRequire } from "node:module";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { compiledOnce } from "./compiled-once.js";
import { docblock } from "./docblock.js";
import { type JsonSchema, withPreciseBranches } from "./openapi-schema/precise-branches.js";
import type { Emit } from "./output.js";

const require = createRequire(import.meta.url);

/** The JSON Schema that the specification publishes for documents of a version. */
interface DocumentSchema {
  readonly version: string;
  /** Entry of @ittybit/openapi. */
  readonly entry: string;
  readonly schema: JsonSchema;
  /** Objects by the definition that describes them. A reference may lead to each of them. */
  readonly objects: Readonly<Record<string, string>>;
}

const openApi31: DocumentSchema = {
  version: "3.1",
  entry: "openapi-schema",
  schema: require("@seriousme/openapi-schema-validator/schemas/v3.1/schema.json"),
  objects: {
    openapi: "",
    pathItem: "#/$defs/path-item",
    parameter: "#/$defs/parameter",
    requestBody: "#/$defs/request-body",
    response: "#/$defs/response",
    header: "#/$defs/header",
    example: "#/$defs/example",
    link: "#/$defs/link",
    callback: "#/$defs/callbacks",
    securityScheme: "#/$defs/security-scheme",
  },
};

const openApi30: DocumentSchema = {
  version: "3.0",
  entry: "openapi-3-0-schema",
  schema: withPreciseBranches(require("@seriousme/openapi-schema-validator/schemas/v3.0/schema.json")),
  objects: {
    openapi: "",
    pathItem: "#/definitions/PathItem",
    parameter: "#/definitions/Parameter",
    requestBody: "#/definitions/RequestBody",
    response: "#/definitions/Response",
    header: "#/definitions/Header",
    example: "#/definitions/Example",
    link: "#/definitions/Link",
    callback: "#/definitions/Callback",
    securityScheme: "#/definitions/SecurityScheme",
    schema: "#/definitions/Schema",
  },
};

const headOf = ({ schema }: DocumentSchema) =>
  `// Made by npm run generate from ${schema.$id}. Do not edit.\n`;

/** The schema of 3.1 documents, compiled. It leaves Schema Objects to JSON Schema itself. */
export const emitOpenApiSchema: Emit = () => compiledOnce(openApi31.entry, [], () => compiled(openApi31));

/** The schema of 3.0 documents, compiled, Schema Objects included. */
export const emitOpenApi30Schema: Emit = () => compiledOnce(openApi30.entry, [], () => compiled(openApi30));

/** Types of openapi-schema.js. */
export const emitOpenApiSchemaTypes: Emit = () => types(openApi31);

/** Types of openapi-3-0-schema.js. */
export const emitOpenApi30SchemaTypes: Emit = () => types(openApi30);

/** One module without imports. */
async function compiled(of: DocumentSchema): Promise<string> {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    messages: false,
    validateFormats: false,
    ownProperties: true,
    inlineRefs: false,
    logger: false,
    code: { source: true, esm: true, optimize: 1 },
  });
  ajv.addSchema(of.schema);
  const names = Object.entries(of.objects).map(([name, definition]) => {
    return [name, `${of.schema.$id}${definition}`];
  });
  const source = (standaloneCode as unknown as Standalone)(ajv, Object.fromEntries(names)).replaceAll(
    /^export const /gm,
    "const ",
  );
  const { outputFiles } = await build({
    stdin: {
      contents: `${source}\nexport const openApiValidators = { ${Object.keys(of.objects).join(", ")} };`,
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
  return headOf(of) + outputFiles[0]?.text;
}

type Standalone = (ajv: unknown, names: Record<string, string>) => string;

function types(of: DocumentSchema): string {
  const purpose = `Validators for the objects of an OpenAPI ${of.version} document, by the JSON Schema of the specification.`;
  return `${headOf(of)}
${docblock(purpose, `@ittybit/openapi/${of.entry}`, "openApiValidators")}
export declare const openApiValidators: Readonly<
  Record<
    ${Object.keys(of.objects)
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
}
