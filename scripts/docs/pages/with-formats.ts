import { type Document, type RequestBody, resolve, type Schema } from "../../generate/document/document.js";
import { operationList } from "../../generate/document/operation-list.js";
import { constraints } from "../operation/constraint.js";
import { inferredNote } from "../operation/field-list.js";
import type { Page } from "./page.js";

/** A page with the accepted formats of each creation and the limits of parameters, as the contract states them. */
export function withFormats(document: Document, page: Page): Page {
  const body = page.body
    .replace("<!-- formats -->", () => formats(document))
    .replace("<!-- limits -->", () => limits(document));
  return { ...page, body };
}

function formats(document: Document): string {
  const rows: string[] = [];
  const notes = new Set<string>();
  for (const { operation, path } of operationList(document)) {
    if (operation.requestBody === undefined) continue;
    const { content } = resolve<RequestBody>(document, operation.requestBody);
    const { file } = content["multipart/form-data"]?.encoding ?? {};
    if (file?.contentType === undefined) continue;
    const types = file.contentType.split(/,\s*/).map((type) => `\`${type}\``);
    rows.push(`| [\`POST ${path}\`](../operations/${operation.operationId}.md) | ${types.join(", ")} |`);
    notes.add(inferredNote((file as { "x-inferred"?: unknown })["x-inferred"]));
  }
  return [`| endpoint | media types of \`file\` |\n|---|---|\n${rows.join("\n")}`, ...notes].join("\n\n");
}

function limits(document: Document): string {
  const rows = new Map<string, string>();
  for (const { operation, parameters } of operationList(document)) {
    for (const parameter of parameters.filter((each) => each.in === "query")) {
      const facts = constraints(resolve<Schema>(document, (parameter.schema ?? {}) as Schema));
      const link = `[\`${parameter.name}\`](../operations/${operation.operationId}.md#query-${parameter.name})`;
      if (!rows.has(parameter.name)) rows.set(parameter.name, `| ${link} | ${facts.join(", ")} |`);
    }
  }
  return `| query parameter | values |\n|---|---|\n${[...rows.values()].join("\n")}`;
}
