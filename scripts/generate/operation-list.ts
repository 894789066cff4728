import {
  type Document,
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

/** Every operation, in the order of the document. */
export function operationList(document: Document): ListedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => listed(document, path, method, operation as Operation)),
  );
}

function listed(document: Document, path: string, method: string, operation: Operation): ListedOperation {
  if (typeof operation?.operationId !== "string") {
    throw new DocumentError(pointer("paths", path, method), "The operation has no operationId");
  }
  const item = document.paths?.[path] ?? {};
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
