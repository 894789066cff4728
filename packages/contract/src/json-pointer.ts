/** One step of a JSON pointer, escaped (RFC 6901, 3). */
export function escapePointerToken(step: string): string {
  return step.includes("~") || step.includes("/") ? step.replaceAll("~", "~0").replaceAll("/", "~1") : step;
}

/** `pointer` with more steps after it, each escaped. */
export function joinPointer(pointer: string, ...steps: readonly (string | number)[]): string {
  let joined = pointer;
  for (const step of steps) joined += `/${escapePointerToken(String(step))}`;
  return joined;
}

/** The steps of a JSON pointer, unescaped. */
export function parsePointer(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value at a pointer; undefined when nothing is there. Only own properties are followed. */
export function resolvePointer(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of parsePointer(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
