import { emitJson, emitYaml } from "./emit-openapi.js";
import { emitOpenApi30 } from "./emit-openapi-3-0.js";
import { emitOperations } from "./emit-operations.js";
import { emitPackage } from "./emit-package.js";
import { emitPostman } from "./emit-postman.js";
import { emitSourceMap } from "./emit-source-map.js";
import { emitVersion } from "./emit-version.js";
import type { Emit, Output } from "./output.js";

/** Loads an emitter when its turn comes: those of code load compilers, and most faults of spec/ are found before. */
const loaded =
  <Name extends string>(load: () => Promise<Readonly<Record<Name, Emit>>>, name: Name): Emit =>
  async (document, context) =>
    (await load())[name](document, context);

const types = () => import("./emit-types.js");
const validators = () => import("./emit-validators.js");
const schemas = () => import("./emit-openapi-schema.js");
const metaSchema = () => import("./emit-meta-schema.js");

/** Every file of generated/; one that is not listed does not belong there. */
export const outputs: readonly Output[] = [
  { file: "package.json", entry: "./package.json", emit: emitPackage },
  { file: "openapi.yaml", entry: "./openapi.yaml", emit: emitYaml },
  { file: "openapi.json", entry: "./openapi.json", emit: emitJson },
  { file: "operations.ts", entry: ".", emit: emitOperations },
  { file: "types.ts", entry: "./types", emit: loaded(types, "emitTypes") },
  { file: "version.ts", entry: "./version", emit: emitVersion },
  { file: "source-map.json", entry: "./source-map.json", emit: emitSourceMap },
  { file: "validators.js", entry: "./validators", emit: loaded(validators, "emitValidators") },
  { file: "validators.d.ts", emit: loaded(validators, "emitValidatorTypes") },
  { file: "openapi-schema.js", entry: "./openapi-schema", emit: loaded(schemas, "emitOpenApiSchema") },
  { file: "openapi-schema.d.ts", emit: loaded(schemas, "emitOpenApiSchemaTypes") },
  {
    file: "openapi-3-0-schema.js",
    entry: "./openapi-3-0-schema",
    emit: loaded(schemas, "emitOpenApi30Schema"),
  },
  { file: "openapi-3-0-schema.d.ts", emit: loaded(schemas, "emitOpenApi30SchemaTypes") },
  { file: "meta-schema.js", entry: "./meta-schema", emit: loaded(metaSchema, "emitMetaSchema") },
  { file: "meta-schema.d.ts", emit: loaded(metaSchema, "emitMetaSchemaTypes") },
  { file: "openapi-3.0.yaml", entry: "./openapi-3.0.yaml", emit: emitOpenApi30 },
  { file: "postman_collection.json", entry: "./postman_collection.json", emit: emitPostman },
];
