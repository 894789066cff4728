import { type Document, pointer, type Reference, type Response, resolve } from "../document/document.js";
import { DocumentError } from "../document/document-error.js";
import { type ListedOperation, operationList } from "../document/operation-list.js";

/** What an operation acts on, and how code calls it: `media.sources.list` for `GET /media/{id}/sources`. */
export interface OperationResource {
  /** The literal segments of the path in camel case, joined by dots: `media.sources`. */
  readonly resource: string;
  /** The first word of the operationId. */
  readonly verb: string;
  /** The resource of the item that the path names before this resource; null where it names none. */
  readonly parent: string | null;
  /** The operationId of the list of this resource, or null. */
  readonly list: string | null;
  /** The operationId that gets one item of this resource, or null. */
  readonly item: string | null;
}

/**
 * The resource of each operation, by operationId. The one place of the rule: clients, docs, lint and mock read its
 * result.
 *
 * @throws DocumentError when two operations would have the same name in a client, or one would have none
 */
export function operationResources(document: Document): Map<string, OperationResource> {
  const operations = operationList(document).map((listed) => ({ ...listed, ...nameOf(listed) }));
  refuseClashes(operations);
  return new Map(
    operations.map(({ operation, resource, verb, parent }) => {
      const siblings = operations.filter((other) => other.resource === resource);
      const list = siblings.find((other) => other.verb === "list");
      const item = siblings.find(isItem) ?? linkedItem(document, operations, siblings);
      return [operation.operationId, { resource, verb, parent, list: idOf(list), item: idOf(item) }];
    }),
  );
}

type Named = ListedOperation & Pick<OperationResource, "resource" | "verb" | "parent">;

function nameOf(listed: ListedOperation): Pick<OperationResource, "resource" | "verb" | "parent"> {
  const { path, operation } = listed;
  const segments = path.split("/").filter((segment) => segment !== "");
  const lastLiteral = segments.findLastIndex((segment) => !isParameter(segment));
  if (lastLiteral < 0)
    throw new DocumentError(pointer("paths", path), `${path} has no literal segment to name its resource by`);
  const parentEnd = segments.slice(0, lastLiteral).findLastIndex(isParameter);
  return {
    resource: resourceName(segments),
    verb: /^[a-z]+/.exec(operation.operationId)?.[0] ?? operation.operationId,
    parent: parentEnd < 0 ? null : resourceName(segments.slice(0, parentEnd)) || null,
  };
}

const isParameter = (segment: string): boolean => segment.includes("{");

const resourceName = (segments: readonly string[]): string =>
  segments
    .filter((segment) => !isParameter(segment))
    .map(camelCase)
    .join(".");

const camelCase = (segment: string): string =>
  segment
    .replace(/[^A-Za-z0-9]+(.)?/g, (_separator, next: string = "") => next.toUpperCase())
    .replace(/^[A-Z]/, (first) => first.toLowerCase());

const isItem = ({ method, path }: ListedOperation): boolean => method === "GET" && path.endsWith("}");

const idOf = (listed: ListedOperation | undefined): string | null => listed?.operation.operationId ?? null;

/** The GET of one item that a response of this resource links to: the items of `/videos` are read at `/media/{id}`. */
function linkedItem(
  document: Document,
  operations: readonly Named[],
  siblings: readonly Named[],
): Named | undefined {
  const responses = siblings.flatMap(({ operation }) => Object.values(operation.responses ?? {}));
  const links = responses.flatMap((response) =>
    Object.values(resolve<Response>(document, response as Response | Reference).links ?? {}),
  );
  const targets = links.map((link) => resolve(document, link).operationId);
  return operations.find((listed) => isItem(listed) && targets.includes(listed.operation.operationId));
}

/** A client that is built from these names would silently drop one of the two. */
function refuseClashes(operations: readonly Named[]): void {
  const taken = new Map<string, Named>();
  for (const named of operations) {
    const name = `${named.resource}.${named.verb}`;
    const other = taken.get(name) ?? operations.find(({ resource }) => `${resource}.`.startsWith(`${name}.`));
    if (other) {
      const at = pointer("paths", named.path, named.method.toLowerCase(), "operationId");
      throw new DocumentError(
        at,
        `${callOf(named)} and ${callOf(other)} would both be client.${name}; change a path or an operationId`,
      );
    }
    taken.set(name, named);
  }
}

const callOf = ({ method, path }: ListedOperation): string => `${method} ${path}`;
