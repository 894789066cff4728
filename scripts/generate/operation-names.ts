import type { Document } from "./document.js";
import { type ListedOperation, operationList } from "./operation-list.js";

/**
 * A type that names each operation by resource and verb: `media.list` is `listMedia`. What an editor shows of a
 * property is what the contract says of the resource or of the operation.
 */
export function operationNames(document: Document): string {
  const byResource = new Map<string, ListedOperation[]>();
  for (const listed of operationList(document)) {
    const [, segment = ""] = listed.path.split("/");
    const name = /^\w+$/.test(segment) ? segment : JSON.stringify(segment);
    byResource.set(name, [...(byResource.get(name) ?? []), listed]);
  }
  const about = "/** The operationId of each verb of each resource. */";
  const resources = [...byResource].map(([name, listed]) => resource(document, name, listed));
  return `${about}\nexport interface OperationNames {\n${resources.join("")}}\n`;
}

function resource(document: Document, name: string, listed: readonly ListedOperation[]): string {
  const tag = document.tags?.find(({ name }) => name === listed[0]?.operation.tags?.[0]);
  const verbs = listed.map(({ operation: { operationId, summary, description } }) => {
    const [verb] = /^[a-z]+/.exec(operationId) ?? [operationId];
    return `${comment([summary, description], "    ")}    readonly ${verb}: "${operationId}";\n`;
  });
  return `${comment([tag?.description], "  ")}  readonly ${name}: {\n${verbs.join("")}  };\n`;
}

function comment(paragraphs: readonly (string | undefined)[], indent: string): string {
  const text = paragraphs.filter(Boolean).join("\n\n").trim().replaceAll("*/", "*\\/");
  if (text === "") return "";
  const lines = text.split("\n").map((line) => `${indent} * ${line}`.trimEnd());
  return `${indent}/**\n${lines.join("\n")}\n${indent} */\n`;
}
