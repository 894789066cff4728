import { type Document, isObject, type Response, resolve } from "../../generate/document/document.js";
import { type ListedOperation, operationList } from "../../generate/document/operation-list.js";

interface Link {
  readonly operationId?: string;
  readonly description?: string;
}

/** Where a caller goes from an operation: the links of its responses, then the operations beside it. */
export function relatedOperations(document: Document, { operation, path }: ListedOperation): string {
  const all = operationList(document);
  const linked = Object.values(operation.responses ?? {}).flatMap((node) =>
    linksOf(document, node as Response),
  );
  const lines = new Map(linked.map(({ operationId = "", description }) => [operationId, description ?? ""]));
  for (const other of all) {
    const { operationId, tags } = other.operation;
    const near = tags?.[0] === operation.tags?.[0] || other.path === path;
    if (near && operationId !== operation.operationId && !lines.has(operationId)) lines.set(operationId, "");
  }
  const items = [...lines].map(([id, text]) => {
    const summary = all.find((other) => other.operation.operationId === id)?.operation.summary ?? id;
    return `- [${summary}](./${id}.md)${text === "" ? "" : `: ${text.trim()}`}`;
  });
  return items.length === 0 ? "" : `## Related {#related}\n\n${items.join("\n")}`;
}

function linksOf(document: Document, node: Response): Link[] {
  const { links } = resolve<Response & { links?: unknown }>(document, node);
  return isObject(links) ? Object.values(links).map((link) => resolve<Link>(document, link as Link)) : [];
}
