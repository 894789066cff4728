const conditions = [["anyOf"], ["oneOf"], ["if", "then", "else"], ["dependentSchemas"]] as const;

/**
 * Puts each condition of a schema that has more than one part into an allOf member of its own, at the same
 * place. The meaning is the same. Ajv forgets what `$ref`, allOf or a former condition has evaluated when a
 * condition beside it fails, and `unevaluatedProperties` then refuses properties that are documented.
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
