import { type Document, isReference, type Schema } from "../../generate/document/document.js";
import { operationList } from "../../generate/document/operation-list.js";
import { blocks } from "../operation/blocks.js";
import { constraints } from "../operation/constraint.js";
import { fieldsOf } from "../operation/field.js";
import { fieldList, inferredNote } from "../operation/field-list.js";
import { firstSentence } from "../operation/first-sentence.js";
import { typeOf } from "../operation/type-name.js";
import type { Page } from "./page.js";

/** The page of each named schema, in the order of the document. */
export const schemaPages = (document: Document): Page[] =>
  Object.entries(document.components?.schemas ?? {}).map(([name, schema]) =>
    schemaPage(document, name, schema as Schema),
  );

function schemaPage(document: Document, name: string, schema: Schema): Page {
  const description = (schema.description ?? "").trim();
  const fields = fieldList(fieldsOf(document, schema), "field", { optional: "not always present" });
  const facts = [typeOf(document, schema), ...constraints(schema)].filter((fact) => fact !== "any");
  return {
    path: `schemas/${name}`,
    title: name,
    kind: "Schema",
    source: `spec/components/schemas/${name}.yaml`,
    description: firstSentence(description),
    body: blocks(
      description,
      fields === "" && facts.length > 0 ? `Type: ${facts.join(" · ")}` : "",
      inferredNote(schema["x-inferred"]),
      fields && `## Fields {#fields}\n\n${fields}`,
      usedBy(document, name),
    ),
  };
}

/** The operations that send or return a schema, directly or inside another one. */
function usedBy(document: Document, name: string): string {
  const users = operationList(document).filter(({ operation }) =>
    reaches(document, operation, name, new Set()),
  );
  const items = users.map(({ operation: { operationId, summary } }) => {
    return `- [${summary ?? operationId}](../operations/${operationId}.md)`;
  });
  return items.length === 0 ? "" : `## Used by {#used-by}\n\n${items.join("\n")}`;
}

function reaches(document: Document, node: unknown, name: string, seen: Set<string>): boolean {
  if (typeof node !== "object" || node === null) return false;
  if (isReference(node)) {
    if (node.$ref === `#/components/schemas/${name}`) return true;
    if (seen.has(node.$ref)) return false;
    seen.add(node.$ref);
    const [, , section = "", key = ""] = node.$ref.split("/");
    return reaches(document, document.components?.[section]?.[key], name, seen);
  }
  return Object.values(node).some((child) => reaches(document, child, name, seen));
}
