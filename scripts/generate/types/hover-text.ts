import { type Document, isObject, isReference, resolve } from "../document/document.js";
import { markLabel, markOf, markReason } from "../document/inferred-mark.js";

/**
 * A copy of a document whose descriptions reach the hover texts of editors. openapi-typescript writes `description` as
 * an `@description` tag, which editors do not show as documentation, and `title` and `summary` as text; a property that
 * is a `$ref` has no comment of its own at all.
 */
export const withHoverTexts = (document: Document): Document => copy(document, document) as Document;

function copy(document: Document, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => copy(document, item));
  if (!isObject(node)) return node;
  const { description = targetDescription(document, node), ...rest } = node;
  const members = Object.entries(rest).map(([key, member]) => [
    key,
    DATA.has(key) ? structuredClone(member) : copy(document, member),
  ]);
  const copied: Record<string, unknown> = Object.fromEntries(members);
  if (typeof description !== "string") {
    return description === undefined ? copied : { ...copied, description: copy(document, description) };
  }
  const place = typeof copied.summary === "string" ? "summary" : "title";
  const before = typeof copied[place] === "string" ? `${copied[place]}\n\n` : "";
  return { ...copied, [place]: before + description.trim() + inferredNote(node["x-inferred"]) };
}

/** What of it is inferred, and why, as a paragraph of its own. */
function inferredNote(value: unknown): string {
  const mark = markOf(value);
  if (mark === undefined) return "";
  const label = markLabel(mark);
  return `\n\n${label.charAt(0).toUpperCase()}${label.slice(1)}. ${markReason(mark)}`;
}

function targetDescription(document: Document, node: object): unknown {
  if (!isReference(node)) return undefined;
  return resolve<{ description?: unknown }>(document, node).description;
}

/** Values, in which `description` would be data. */
const DATA = new Set(["example", "examples", "default", "enum", "const"]);
