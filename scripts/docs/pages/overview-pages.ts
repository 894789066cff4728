import type { Document } from "../../generate/document/document.js";
import { isWhole, markOf } from "../../generate/document/inferred-mark.js";
import { type ListedOperation, operationList } from "../../generate/document/operation-list.js";
import type { Page } from "./page.js";

/** The page that lists every operation, by tag. */
export function operationsPage(document: Document): Page {
  const all = operationList(document);
  const groups = (document.tags ?? []).map(({ name, description }) => {
    const rows = all.filter(({ operation }) => operation.tags?.[0] === name).map(operationRow);
    return `## ${name} {#${name}}\n\n${(description ?? "").trim()}\n\n${rows.join("\n")}`;
  });
  return {
    path: "operations/index",
    title: "Endpoints",
    kind: "Endpoint",
    description: `All ${all.length} operations of the ${document.info.title}, with the host that each one goes to.`,
    body: groups.join("\n\n"),
  };
}

function operationRow({ method, path, server, operation }: ListedOperation): string {
  const beta = operation["x-beta"] ? " **closed beta**" : "";
  const inferred = isWhole(markOf(operation["x-inferred"])) ? " **inferred**" : "";
  const link = `[${operation.summary ?? operation.operationId}](./${operation.operationId}.md)`;
  return `- ${link}${beta}${inferred}  \n  \`${method}\` \`${server.url}${path}\``;
}

/** The page that lists every schema, given their pages. */
export function schemasPage(pages: readonly Page[]): Page {
  const rows = pages.map(({ path, title, description }) => {
    return `- [${title}](./${path.slice(path.lastIndexOf("/") + 1)}.md): ${description}`;
  });
  return {
    path: "schemas/index",
    title: "Schemas",
    kind: "Schema",
    description: "Every named object and value of the API, with its fields and the operations that use it.",
    body: rows.join("\n"),
  };
}

/** The contract's own description, as a page. */
export function concepts(document: Document): Page {
  return {
    path: "concepts",
    title: "How the API works",
    kind: "Guide",
    description: document.info.summary ?? document.info.title,
    body: (document.info.description ?? "").trim(),
  };
}
