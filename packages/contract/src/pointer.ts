/** One step of a JSON pointer, escaped (RFC 6901, 3). */
export function escapeStep(step: string): string {
  return step.includes("~") || step.includes("/") ? step.replaceAll("~", "~0").replaceAll("/", "~1") : step;
}

/** `pointer` with more steps after it, each escaped. */
export function pointerTo(pointer: string, ...steps: readonly (string | number)[]): string {
  let joined = pointer;
  for (const step of steps) joined += `/${escapeStep(String(step))}`;
  return joined;
}

/** The steps of a JSON pointer, unescaped. */
export function pointerSteps(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value at a pointer; undefined when nothing is there. Only own properties are followed. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of pointerSteps(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
