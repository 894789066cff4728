const conditions = [["anyOf"], ["oneOf"], ["if", "then", "else"], ["dependentSchemas"]] as const;

/**
 * Moves each condition of a schema that has more than one part into an allOf member of its own, at the same location.
 * The meaning does not change. Without it, Ajv forgets what `$ref`, allOf or an earlier condition has evaluated when
 * the next condition fails, and `unevaluatedProperties` refuses properties that are documented.
 */
export function splitConditions(node: Record<string, unknown>): void {
  const present = conditions.filter(([keyword]) => node[keyword] !== undefined);
  const others = [node.$ref, node.allOf].filter((part) => part !== undefined);
  if (present.length === 0 || present.length + others.length < 2) return;
  const members = present.map((keywords) => {
    const member: Record<string, unknown> = { "x-at": node["x-at"] };
    for (const keyword of keywords) {
      if (node[keyword] !== undefined) member[keyword] = node[keyword];
      delete node[keyword];
    }
    return member;
  });
  node.allOf = [...((node.allOf as unknown[] | undefined) ?? []), ...members];
}
