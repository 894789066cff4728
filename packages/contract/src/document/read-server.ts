import { isObject } from "../is-object.js";
import type { Server } from "./contract-model.js";
import type { DocumentNode, DocumentReader } from "./document-reader.js";

const relativeRoot: Server = { url: "/", scheme: null, host: null, basePath: "", variables: {} };

/** The servers of a document, of every level, each once (OpenAPI 3.1, 4.8.5). */
export class ServerTable {
  readonly list: Server[] = [];
  readonly #reader: DocumentReader;
  readonly #byUrl = new Map<string, number>();

  constructor(reader: DocumentReader) {
    this.#reader = reader;
  }

  /** Indexes of the servers of the first of these nodes that has any. Pass the innermost node first. */
  nearest(...nodes: readonly DocumentNode[]): number[] {
    for (const node of nodes) {
      const count = this.#reader.count(node, "servers");
      if (count > 0) return Array.from({ length: count }, (_, index) => this.#add(node, index));
    }
    return [this.#index(relativeRoot)];
  }

  #add(node: DocumentNode, index: number): number {
    const server = this.#reader.child(node, "servers", index);
    const url = server?.value.url;
    if (server === null || typeof url !== "string") {
      throw this.#reader.errorAt(node, "a server has no url", "Give it one.", "servers", String(index));
    }
    return this.#index(parseServer(this.#reader, server, url));
  }

  #index(server: Server): number {
    const id = JSON.stringify(server);
    const known = this.#byUrl.get(id);
    if (known !== undefined) return known;
    this.#byUrl.set(id, this.list.length);
    return this.list.push(server) - 1;
  }
}

function parseServer(reader: DocumentReader, node: DocumentNode, url: string): Server {
  const match = /^(?:([^:/?#]+):\/\/([^/?#]*))?([^?#]*)$/.exec(url);
  if (!match)
    throw reader.errorAt(node, `"${url}" is not a server URL`, "Leave out query and fragment.", "url");
  const [, scheme, host, path = ""] = match;
  return {
    url,
    scheme: scheme?.toLowerCase() ?? null,
    host: host?.toLowerCase() ?? null,
    basePath: `/${path}`.replaceAll(/\/+/g, "/").replace(/\/$/, ""),
    variables: readVariables(reader, node, url),
  };
}

function readVariables(
  reader: DocumentReader,
  node: DocumentNode,
  url: string,
): Record<string, string[] | null> {
  const variables: Record<string, string[] | null> = {};
  for (const [, name = ""] of url.matchAll(/\{([^{}]*)\}/g)) {
    const variable = reader.child(node, "variables", name);
    if (variable === null || !isObject(variable.value)) {
      throw reader.errorAt(
        node,
        `server variable {${name}} is not defined`,
        "Define it under variables.",
        "url",
      );
    }
    const values = variable.value.enum;
    variables[name.toLowerCase()] = Array.isArray(values) ? values.map(String) : null;
  }
  return variables;
}
