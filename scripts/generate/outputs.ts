import { emitJson, emitYaml } from "./emit-openapi.js";
import { emitOpenApi30 } from "./emit-openapi-3-0.js";
import {
  emitOpenApi30Schema,
  emitOpenApi30SchemaTypes,
  emitOpenApiSchema,
  emitOpenApiSchemaTypes,
} from "./emit-openapi-schema.js";
import { emitOperations } from "./emit-operations.js";
import { emitPackage } from "./emit-package.js";
import { emitPostman } from "./emit-postman.js";
import { emitSourceMap } from "./emit-source-map.js";
import { emitTypes } from "./emit-types.js";
import { emitValidators, emitValidatorTypes } from "./emit-validators.js";
import { emitVersion } from "./emit-version.js";
import type { Output } from "./output.js";

/** Every file of generated/; one that is not listed does not belong there. */
export const outputs: readonly Output[] = [
  { file: "package.json", entry: "./package.json", emit: emitPackage },
  { file: "openapi.yaml", entry: "./openapi.yaml", emit: emitYaml },
  { file: "openapi.json", entry: "./openapi.json", emit: emitJson },
  { file: "operations.ts", entry: ".", emit: emitOperations },
  { file: "types.ts", entry: "./types", emit: emitTypes },
  { file: "version.ts", entry: "./version", emit: emitVersion },
  { file: "source-map.json", entry: "./source-map.json", emit: emitSourceMap },
  { file: "validators.js", entry: "./validators", emit: emitValidators },
  { file: "validators.d.ts", emit: emitValidatorTypes },
  { file: "openapi-schema.js", entry: "./openapi-schema", emit: emitOpenApiSchema },
  { file: "openapi-schema.d.ts", emit: emitOpenApiSchemaTypes },
  { file: "openapi-3-0-schema.js", entry: "./openapi-3-0-schema", emit: emitOpenApi30Schema },
  { file: "openapi-3-0-schema.d.ts", emit: emitOpenApi30SchemaTypes },
  { file: "openapi-3.0.yaml", entry: "./openapi-3.0.yaml", emit: emitOpenApi30 },
  { file: "postman_collection.json", entry: "./postman_collection.json", emit: emitPostman },
];
