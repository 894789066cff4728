import { isObject } from "../../generate/document/document.js";
import { type InferredMark, markLabel, markOf, markReason } from "../../generate/document/inferred-mark.js";

type Node = Record<string, unknown>;

const betaBadge = { name: "closed beta" };

/**
 * Adds badges and notes for readers to a copy of the contract: inferred facts with their reasons, closed betas, and the
 * server of an operation that has its own. Examples are unchanged.
 */
export function annotate(document: unknown): unknown {
  if (Array.isArray(document)) return document.map(annotate);
  if (!isObject(document)) return document;
  const copy = Object.entries(document).map(([key, value]) => [
    key,
    key === "example" || key === "examples" || key === "x-inferred" ? value : annotate(value),
  ]);
  return note(Object.fromEntries(copy));
}

function note(node: Node): Node {
  const mark = reasonOf(node);
  const beta = node["x-beta"] === true;
  const host = "operationId" in node ? hostOf(node) : undefined;
  if (mark === undefined && !beta && host === undefined) return node;

  const paragraphs = [
    host === undefined ? undefined : `Host: \`${host}\``,
    typeof node.description === "string" ? node.description.trimEnd() : undefined,
    mark === undefined ? undefined : `*${capitalized(markLabel(mark))}.* ${markReason(mark)}`,
  ];
  const badges = [mark === undefined ? [] : { name: markLabel(mark) }, beta ? betaBadge : []].flat();
  return {
    ...node,
    description: paragraphs.filter((text) => text !== undefined).join("\n\n"),
    ...(badges.length > 0 ? { "x-badges": badges } : {}),
  };
}

/** A parameter shows no description of its schema's, so it speaks for its schema. */
function reasonOf({ "x-inferred": mark, in: location, schema }: Node): InferredMark | undefined {
  return markOf(
    mark ?? (typeof location === "string" && isObject(schema) ? schema["x-inferred"] : undefined),
  );
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function hostOf({ servers }: Node): string | undefined {
  const first: unknown = Array.isArray(servers) ? servers[0] : undefined;
  return isObject(first) && typeof first.url === "string" ? first.url : undefined;
}
