import type { Operation, Parameter } from "./contract-model.js";
import type { DocumentNode, DocumentReader } from "./document-reader.js";
import type { FaultList } from "./fault-list.js";
import { readBody, readMedia } from "./read-body.js";
import { readHeaders, readParameter } from "./read-parameter.js";
import { readSecurity } from "./read-security.js";
import type { ServerTable } from "./read-server.js";

/** The fixed fields of a path item that are operations (OpenAPI 3.1, 4.8.9). */
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** All operations of the document, in document order. Callbacks and webhooks are requests of the server, and left out. */
export function readOperations(reader: DocumentReader, servers: ServerTable, faults: FaultList): Operation[] {
  const root = reader.node("", null);
  const paths = faults.attempt(() => reader.names(root, "paths")) ?? [];
  const operations = paths.flatMap((path) => {
    if (path.startsWith("x-")) return [];
    const item = faults.attempt(() => readPathItem(reader, root, path));
    if (item === null) return [];
    return methods
      .filter((method) => item.value[method] !== undefined)
      .flatMap(
        (method) => faults.attempt(() => readOperation(reader, servers, { root, item, path, method })) ?? [],
      );
  });
  faults.attempt(() => assertDistinctPaths(reader, root));
  requireUniqueIds(reader, { root, operations, faults });
  return operations;
}

function readPathItem(reader: DocumentReader, root: DocumentNode, path: string): DocumentNode {
  if (!path.startsWith("/"))
    throw reader.errorAt(root, "a path does not start with /", "Start it with /.", "paths", path);
  return reader.child(root, "paths", path) as DocumentNode;
}

/** Templated paths that differ only in the names of their variables are identical (OpenAPI 3.1, 4.8.8). */
function assertDistinctPaths(reader: DocumentReader, root: DocumentNode): void {
  const known = new Map<string, string>();
  for (const path of reader.names(root, "paths")) {
    const shape = path.replaceAll(/\{[^{}]*\}/g, "{}");
    const other = known.get(shape);
    if (other !== undefined) {
      const problem = `${path} and ${other} are the same path`;
      throw reader.errorAt(root, problem, "Use one name for the variable, and one path item.", "paths", path);
    }
    known.set(shape, path);
  }
}

interface Position {
  readonly root: DocumentNode;
  readonly item: DocumentNode;
  readonly path: string;
  readonly method: string;
}

function readOperation(reader: DocumentReader, servers: ServerTable, at: Position): Operation {
  const operation = reader.child(at.item, at.method) as DocumentNode;
  const { operationId } = operation.value;
  return {
    operationId: typeof operationId === "string" ? operationId : `${at.method.toUpperCase()} ${at.path}`,
    method: at.method.toUpperCase(),
    path: at.path,
    pointer: operation.pointer,
    servers: servers.nearest(operation, at.item, at.root),
    parameters: readParameters(reader, at, operation),
    body: readBody(reader, operation),
    responses: readResponses(reader, operation),
    security: readSecurity(reader, at.root, operation),
    inferred: operation.inferred,
  };
}

/** Parameters of the operation, and those of the path item that it does not override. */
function readParameters(reader: DocumentReader, at: Position, operation: DocumentNode): Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const owner of [at.item, operation]) {
    for (let index = 0; index < reader.count(owner, "parameters"); index++) {
      const parameter = readParameter(reader, reader.child(owner, "parameters", index) as DocumentNode);
      if (!isIgnored(parameter)) parameters.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  const templated = new Set([...at.path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name));
  const declared = [...parameters.values()]
    .filter(({ in: location }) => location === "path")
    .map(({ name }) => name);
  for (const name of templated) {
    if (!declared.includes(name)) {
      throw reader.errorAt(
        operation,
        `path parameter {${name}} is not declared`,
        "Declare it with in: path.",
      );
    }
  }
  for (const name of declared) {
    if (!templated.has(name)) {
      throw reader.errorAt(
        operation,
        `path parameter ${name} is not in ${at.path}`,
        "Write it into the path.",
      );
    }
  }
  return [...parameters.values()];
}

/** Header parameters with these names are ignored (OpenAPI 3.1, 4.8.12). */
function isIgnored(parameter: Parameter): boolean {
  return parameter.in === "header" && /^(accept|content-type|authorization)$/i.test(parameter.name);
}

function readResponses(reader: DocumentReader, operation: DocumentNode): Operation["responses"] {
  return reader
    .names(operation, "responses")
    .filter((status) => !status.startsWith("x-"))
    .map((status) => {
      if (!/^([1-5]\d\d|[1-5]XX|default)$/.test(status)) {
        throw reader.errorAt(
          operation,
          `"${status}" is not a status`,
          "Write 200, 2XX or default.",
          "responses",
          status,
        );
      }
      const response = reader.child(operation, "responses", status) as DocumentNode;
      return {
        status,
        pointer: response.pointer,
        headers: readHeaders(reader, response),
        media: readMedia(reader, response, "response"),
        inferred: response.inferred,
      };
    });
}

function requireUniqueIds(
  reader: DocumentReader,
  {
    root,
    operations,
    faults,
  }: {
    readonly root: DocumentNode;
    readonly operations: readonly Operation[];
    readonly faults: FaultList;
  },
): void {
  const seen = new Set<string>();
  for (const { operationId, path, method } of operations) {
    if (seen.has(operationId)) {
      const where = ["paths", path, method.toLowerCase(), "operationId"];
      const fix = "Give each its own operationId.";
      faults.add(reader.errorAt(root, `two operations are called ${operationId}`, fix, ...where));
    }
    seen.add(operationId);
  }
}
