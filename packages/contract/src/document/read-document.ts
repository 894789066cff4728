import { ContractError } from "../contract-error.js";
import { isObject } from "../is-object.js";
import { joinPointer } from "../json-pointer.js";
import { Linker } from "../schema/link/linker.js";
import { isKnownDialect, SchemaRegistry } from "../schema/link/schema-registry.js";
import type { ContractModel, Operation, Server } from "./contract-model.js";
import { DocumentReader } from "./document-reader.js";
import type { FaultList } from "./fault-list.js";
import { readOperations } from "./read-operation.js";
import { ServerTable } from "./read-server.js";

/** What the linker needs to know about formats and patterns. */
export type SchemaChecks = ConstructorParameters<typeof Linker>[1];

/**
 * Reads an OpenAPI 3.1 document into a model. Pure: the document is not changed.
 *
 * @param schemas other schema documents by absolute URI, for `$ref`s that leave the document
 * @param faults receives what could not be checked later; the model is of use only if there is nothing
 */
export function readDocument(
  root: Readonly<Record<string, unknown>>,
  schemas: Readonly<Record<string, unknown>>,
  checks: SchemaChecks,
  faults: FaultList,
): ContractModel {
  const registry = new SchemaRegistry(root, schemas);
  const linker = new Linker(registry, checks);
  const reader = new DocumentReader(root, linker);
  addComponentSchemas(root, registry, { linker, faults });
  const servers = new ServerTable(reader);
  const operations: Operation[] = readOperations(reader, servers, faults);
  for (const fault of linker.faults) faults.addStructural(fault);
  const model: ContractModel = {
    servers: servers.list as Server[],
    operations,
    schemas: linker.schemas,
    notices: linker.notices,
  };
  return model;
}

/** Schemas that no operation uses must be valid too. */
function addComponentSchemas(
  root: Readonly<Record<string, unknown>>,
  registry: SchemaRegistry,
  { linker, faults }: { readonly linker: Linker; readonly faults: FaultList },
): void {
  const components = isObject(root.components) ? root.components : {};
  const schemas = isObject(components.schemas) ? components.schemas : {};
  const locations = Object.keys(schemas).map((name) => ({
    document: "",
    pointer: joinPointer("/components/schemas", name),
  }));
  for (const location of locations) faults.attempt(() => registry.add(location));
  for (const location of locations) faults.attempt(() => linker.link(location, "response"));
}

/** @throws ContractError for other versions and dialects */
export function requireOpenApi31(document: unknown): Record<string, unknown> {
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
      "Convert the document to OpenAPI 3.1.",
    );
  }
  const version = document.openapi;
  if (version === 3.1) {
    const fix = 'Write openapi: "3.1.1", in quotes.';
    throw new ContractError("the field openapi is a number, not a version", { pointer: "/openapi" }, fix);
  }
  if (typeof version !== "string" || !/^3\.1\.\d+(-.+)?$/.test(version)) {
    throw new ContractError(
      version === undefined
        ? "the field openapi is missing"
        : `OpenAPI ${JSON.stringify(version)} is not understood`,
      { pointer: version === undefined ? "" : "/openapi" },
      "Only OpenAPI 3.1 documents can be used: write openapi: 3.1.1, or convert the document.",
    );
  }
  requireDialect(document.jsonSchemaDialect);
  return document;
}

function requireDialect(dialect: unknown): void {
  if (dialect === undefined || (typeof dialect === "string" && isKnownDialect(dialect))) return;
  throw new ContractError(
    `unknown jsonSchemaDialect ${JSON.stringify(dialect)}`,
    { pointer: "/jsonSchemaDialect" },
    'Write "https://json-schema.org/draft/2020-12/schema", or leave it out.',
  );
}
