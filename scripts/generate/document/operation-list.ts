import {
  type Document,
  isObject,
  type Operation,
  type Parameter,
  type PathItem,
  pointer,
  type Reference,
  resolve,
  type Server,
} from "./document.js";
import { DocumentError } from "./document-error.js";

/** One operation with what its path item and the document say for it. */
export interface ListedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  /** Those of the path item and of the operation; where both have one, the operation's. */
  readonly parameters: readonly Parameter[];
  readonly server: Server;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Every operation, in the order of the document.
 *
 * @throws DocumentError for one without an operationId of its own
 */
export function operationList(document: Document): ListedOperation[] {
  const seen = new Set<string>();
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => {
        const at = pointer("paths", path, method);
        return listed(document, item, { method, path, operation: checked(operation, at, seen) });
      }),
  );
}

function checked(operation: unknown, at: string, seen: Set<string>): Operation {
  const id = isObject(operation) ? operation.operationId : undefined;
  if (typeof id !== "string") throw new DocumentError(at, "The operation has no operationId");
  if (seen.has(id)) throw new DocumentError(`${at}/operationId`, `Another operation is called ${id}, too`);
  seen.add(id);
  return operation as Operation;
}

type Found = Pick<ListedOperation, "method" | "path" | "operation">;

function listed(document: Document, item: PathItem, { method, path, operation }: Found): ListedOperation {
  const [server] = operation.servers ?? item.servers ?? document.servers ?? [];
  return {
    method: method.toUpperCase(),
    path,
    operation,
    parameters: parametersOf(document, item, operation),
    server: server ?? { url: "/" },
  };
}

function parametersOf(document: Document, item: PathItem, operation: Operation): Parameter[] {
  const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
  const byKey = new Map<string, Parameter>();
  for (const parameter of all.map((entry) => resolve<Parameter>(document, entry as Parameter | Reference))) {
    byKey.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...byKey.values()];
}

/** The first label of a server's host name, which the code calls it by. */
export const serverName = ({ url }: Server): string => url.match(/^https?:\/\/([^./:]+)/)?.[1] ?? "server";

/** Every server that an operation uses or that the document names, by short name, in order of appearance. */
export function serverList(document: Document): Map<string, Server> {
  const servers = [...(document.servers ?? []), ...operationList(document).map(({ server }) => server)];
  const byName = new Map<string, Server>();
  for (const server of servers) if (!byName.has(serverName(server))) byName.set(serverName(server), server);
  return byName;
}
