import type { IsSecretName } from "../redaction/secret-name.js";
import type { ExcerptLine } from "./report.js";

/** Number of members to show if the member in question is missing. */
const MAX_MEMBERS = 3;

/**
 * A member of a JSON object or array and its neighbours, as lines.
 *
 * @param container the object or array
 * @param pointer JSON Pointer to the container (RFC 6901)
 * @param key name or index of the member; null for the container itself
 */
export function memberLines(
  container: unknown,
  pointer: string,
  key: string | null,
  isSecret: IsSecretName,
): ExcerptLine[] {
  if (typeof container !== "object" || container === null) {
    return [{ text: inShort(container), isFault: true }];
  }
  const [open, close] = Array.isArray(container) ? ["[", "]"] : ["{", "}"];
  const start = { text: `${pointer}${pointer === "" ? "" : " "}${open}`, isFault: key === null };
  const lines = key === null ? firstMembers(container, isSecret) : around(container, key, isSecret);
  return [start, ...lines, { text: close, isFault: false }];
}

function around(container: object, key: string, isSecret: IsSecretName): ExcerptLine[] {
  const keys = Object.keys(container);
  const at = keys.indexOf(key);
  if (at === -1) {
    return [
      ...firstMembers(container, isSecret),
      { text: `  ${nameOf(container, key)} is missing`, isFault: true },
    ];
  }
  const [from, to] = [Math.max(at - 1, 0), Math.min(at + 2, keys.length)];
  const members = keys.slice(from, to).map((name) => member(container, name, name === key, isSecret));
  return [...more(from), ...members, ...more(keys.length - to)];
}

function firstMembers(container: object, isSecret: IsSecretName): ExcerptLine[] {
  const keys = Object.keys(container);
  const members = keys.slice(0, MAX_MEMBERS).map((name) => member(container, name, false, isSecret));
  return [...members, ...more(keys.length - members.length)];
}

function more(count: number): ExcerptLine[] {
  return count > 0 ? [{ text: `  … ${count} more`, isFault: false }] : [];
}

function member(container: object, key: string, isFault: boolean, isSecret: IsSecretName): ExcerptLine {
  const value = (container as Readonly<Record<string, unknown>>)[key];
  const text = isSecret(key) ? '"REDACTED"' : inShort(value);
  return { text: `  ${nameOf(container, key)}: ${text}`, isFault };
}

function nameOf(container: object, key: string): string {
  return Array.isArray(container) ? key : JSON.stringify(key);
}

/** A value on one line. */
function inShort(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[ ${value.length} items ]`;
  if (typeof value !== "object" || value === null) return String(value);
  const names = Object.keys(value);
  return names.length === 0 ? "{}" : `{ ${names.slice(0, 4).join(", ")}${names.length > 4 ? ", …" : ""} }`;
}
