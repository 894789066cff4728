/** JSON Pointer (RFC 6901): `/paths/~1media/get`. */

/**
 * Escapes one reference token (RFC 6901, 3): `~` becomes `~0`, `/` becomes `~1`.
 *
 * @example
 * ```ts
 * import { escapePointerToken } from "@ittybit/contract/json-pointer";
 *
 * escapePointerToken("application/json"); // "application~1json"
 * ```
 */
export function escapePointerToken(token: string): string {
  return token.includes("~") || token.includes("/")
    ? token.replaceAll("~", "~0").replaceAll("/", "~1")
    : token;
}

/**
 * Undoes {@link escapePointerToken} (RFC 6901, 4).
 *
 * @example
 * ```ts
 * import { unescapePointerToken } from "@ittybit/contract/json-pointer";
 *
 * unescapePointerToken("application~1json"); // "application/json"
 * ```
 */
export function unescapePointerToken(token: string): string {
  return token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token;
}

/**
 * Appends tokens to a pointer, each escaped.
 *
 * @example
 * ```ts
 * import { joinPointer } from "@ittybit/contract/json-pointer";
 *
 * joinPointer("/paths", "/media", "get"); // "/paths/~1media/get"
 * ```
 */
export function joinPointer(pointer: string, ...tokens: readonly (string | number)[]): string {
  let joined = pointer;
  for (const token of tokens) joined += `/${escapePointerToken(String(token))}`;
  return joined;
}

/**
 * Splits a pointer into its tokens, unescaped.
 *
 * @example
 * ```ts
 * import { parsePointer } from "@ittybit/contract/json-pointer";
 *
 * parsePointer("/paths/~1media/get"); // ["paths", "/media", "get"]
 * ```
 */
export function parsePointer(pointer: string): string[] {
  return pointer === "" ? [] : pointer.slice(1).split("/").map(unescapePointerToken);
}

/**
 * Returns the value at a pointer, or undefined when there is none. Follows own properties only.
 *
 * @example
 * ```ts
 * import { resolvePointer } from "@ittybit/contract/json-pointer";
 *
 * resolvePointer({ tags: ["a", "b"] }, "/tags/1"); // "b"
 * ```
 */
export function resolvePointer(root: unknown, pointer: string): unknown {
  let value = root;
  for (const token of parsePointer(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, token)) return undefined;
    value = (value as Record<string, unknown>)[token];
  }
  return value;
}

/**
 * Returns the pointer in the fragment of a `$ref` (RFC 6901, 6), percent-decoded; null when the `$ref` has no
 * fragment that is a pointer.
 *
 * @example
 * ```ts
 * import { pointerOfReference } from "@ittybit/contract/json-pointer";
 *
 * pointerOfReference("#/components/schemas/Media"); // "/components/schemas/Media"
 * pointerOfReference("media.yaml#anchor"); // null
 * ```
 */
export function pointerOfReference(reference: string): string | null {
  const hash = reference.indexOf("#");
  if (hash < 0) return null;
  const fragment = decodeFragment(reference.slice(hash + 1));
  return fragment === "" || fragment.startsWith("/") ? fragment : null;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/**
 * Follows the `$ref`s of a node within its document until there is none. Returns undefined when they lead to
 * nothing or in a circle, and the node itself when its `$ref` leads to another file.
 *
 * @example
 * ```ts
 * import { resolveReference } from "@ittybit/contract/json-pointer";
 *
 * const document = { components: { schemas: { Id: { type: "string" } } } };
 * resolveReference(document, { $ref: "#/components/schemas/Id" }); // { type: "string" }
 * ```
 */
export function resolveReference(document: unknown, node: unknown): unknown {
  const seen = new Set<unknown>();
  let current = node;
  for (;;) {
    const reference = referenceOf(current);
    if (reference === null) return current;
    if (seen.has(reference)) return undefined;
    seen.add(reference);
    current = resolvePointer(document, pointerOfReference(reference) ?? "/");
  }
}

function referenceOf(node: unknown): string | null {
  if (typeof node !== "object" || node === null || !("$ref" in node)) return null;
  const { $ref } = node;
  return typeof $ref === "string" && $ref.startsWith("#") ? $ref : null;
}
