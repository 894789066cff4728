import { isObject } from "../is-object.js";
import { joinPointer } from "../json-pointer.js";
import { Linker } from "../schema/link/linker.js";
import { SchemaRegistry } from "../schema/link/schema-registry.js";
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
