import type { Document, Operation } from "../document/document.js";
import { operationList } from "../document/operation-list.js";
import { operationResources } from "./method-names.js";

/**
 * A type that names each operation by resource and verb: `media.list` is `listMedia`, `media.sources.list` is
 * `listSources`. What an editor shows of a property is what the contract says of the resource or of the operation.
 */
export function operationNames(document: Document): string {
  const root = newResource();
  const resources = operationResources(document);
  for (const { operation } of operationList(document)) {
    const { resource = "", verb = "" } = resources.get(operation.operationId) ?? {};
    const node = resource.split(".").reduce(childOf, root);
    node.about ??= document.tags?.find(({ name }) => name === operation.tags?.[0])?.description;
    node.operations.set(verb, operation);
  }
  const about = "/** The operationId of each verb of each resource. */";
  return `${about}\nexport interface OperationNames {\n${members(root, "  ")}}\n`;
}

interface Resource {
  about: string | undefined;
  readonly operations: Map<string, Operation>;
  readonly children: Map<string, Resource>;
}

const newResource = (): Resource => ({ about: undefined, operations: new Map(), children: new Map() });

function childOf(parent: Resource, name: string): Resource {
  const child = parent.children.get(name) ?? newResource();
  parent.children.set(name, child);
  return child;
}

const members = ({ operations, children }: Resource, indent: string): string =>
  [
    ...[...operations].map(
      ([verb, { operationId, summary, description }]) =>
        `${comment([summary, description], indent)}${indent}readonly ${verb}: "${operationId}";\n`,
    ),
    ...[...children].map(
      ([name, child]) =>
        `${comment([child.about], indent)}${indent}readonly ${propertyName(name)}: {\n${members(child, `${indent}  `)}${indent}};\n`,
    ),
  ].join("");

const propertyName = (name: string): string => (/^[A-Za-z_$]\w*$/.test(name) ? name : JSON.stringify(name));

function comment(paragraphs: readonly (string | undefined)[], indent: string): string {
  const text = paragraphs.filter(Boolean).join("\n\n").trim().replaceAll("*/", "*\\/");
  if (text === "") return "";
  const lines = text.split("\n").map((line) => `${indent} * ${line}`.trimEnd());
  return `${indent}/**\n${lines.join("\n")}\n${indent} */\n`;
}
