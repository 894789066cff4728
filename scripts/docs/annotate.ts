type Node = Record<string, unknown>;

const inferredBadge = { name: "inferred" };
const betaBadge = { name: "closed beta" };

/**
 * Adds badges and notes for readers to a copy of the contract: inferred facts with their reasons, closed betas, and the
 * server of an operation that has its own. Examples are unchanged.
 */
export function annotate(document: unknown): unknown {
  if (Array.isArray(document)) return document.map(annotate);
  if (!isNode(document)) return document;
  const copy = Object.entries(document).map(([key, value]) => [
    key,
    key === "example" || key === "examples" ? value : annotate(value),
  ]);
  return note(Object.fromEntries(copy));
}

function note(node: Node): Node {
  const reason = reasonOf(node);
  const beta = node["x-beta"] === true;
  const host = "operationId" in node ? hostOf(node) : undefined;
  if (typeof reason !== "string" && !beta && host === undefined) return node;

  const paragraphs = [
    host === undefined ? undefined : `Host: \`${host}\``,
    typeof node.description === "string" ? node.description.trimEnd() : undefined,
    typeof reason === "string" ? `*Inferred:* ${reason}` : undefined,
  ];
  const badges = [typeof reason === "string" ? inferredBadge : [], beta ? betaBadge : []].flat();
  return {
    ...node,
    description: paragraphs.filter((text) => text !== undefined).join("\n\n"),
    ...(badges.length > 0 ? { "x-badges": badges } : {}),
  };
}

/** Docs do not show the description of a parameter's schema, so the parameter takes the mark of its schema. */
function reasonOf({ "x-inferred": reason, in: location, schema }: Node): unknown {
  return reason ?? (typeof location === "string" && isNode(schema) ? schema["x-inferred"] : undefined);
}

function hostOf({ servers }: Node): string | undefined {
  const first: unknown = Array.isArray(servers) ? servers[0] : undefined;
  return isNode(first) && typeof first.url === "string" ? first.url : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
