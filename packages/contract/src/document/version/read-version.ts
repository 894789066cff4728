import { ContractError } from "../../contract-error.js";
import { isObject } from "../../is-object.js";
import { isKnownDialect } from "../../schema/link/schema-registry.js";

/** Versions of OpenAPI that can be read. */
export type OpenApiVersion = "3.0" | "3.1" | "3.2";

/** @throws ContractError for anything that is not an OpenAPI document of a known version and dialect */
export function readVersion(document: unknown): OpenApiVersion {
  if (!isObject(document)) {
    throw new ContractError(
      "this is not an OpenAPI document",
      { pointer: "" },
      "Give an object with openapi: 3.1.x.",
    );
  }
  if ("swagger" in document) {
    throw new ContractError(
      `Swagger ${String(document.swagger)} is not understood`,
      { pointer: "/swagger" },
      "Convert the document to OpenAPI 3.0 or 3.1.",
    );
  }
  const { openapi } = document;
  if (typeof openapi === "number" && openapi >= 3 && openapi < 3.3) {
    const fix = `Write openapi: "${openapi.toFixed(1)}.1", in quotes.`;
    throw new ContractError("the field openapi is a number, not a version", { pointer: "/openapi" }, fix);
  }
  const [, version] = /^(3\.[012])\.\d+(?:-.+)?$/.exec(String(openapi)) ?? [];
  if (version === undefined) {
    throw new ContractError(
      openapi === undefined
        ? "the field openapi is missing"
        : `OpenAPI ${JSON.stringify(openapi)} is not understood`,
      { pointer: openapi === undefined ? "" : "/openapi" },
      "Only OpenAPI 3.0, 3.1 and 3.2 documents can be used: write openapi: 3.1.1, or convert the document.",
    );
  }
  if (version !== "3.0") requireDialect(document.jsonSchemaDialect);
  return version as OpenApiVersion;
}

function requireDialect(dialect: unknown): void {
  if (dialect === undefined || (typeof dialect === "string" && isKnownDialect(dialect))) return;
  throw new ContractError(
    `unknown jsonSchemaDialect ${JSON.stringify(dialect)}`,
    { pointer: "/jsonSchemaDialect" },
    'Write "https://json-schema.org/draft/2020-12/schema", or leave it out.',
  );
}
