import { parsePointer } from "@ittybit/contract/json-pointer";
import { type ExchangeRedactor, REDACTED } from "@ittybit/contract/redaction";
import type { ExcerptLine } from "./report.js";

/** Number of members to show if the member in question is missing. */
const MAX_MEMBERS = 3;

/** Length of a string to which it is read, in characters. */
const MAX_STRING_LENGTH = 2_000;

/**
 * A member of a JSON object or array and its neighbours, as lines without secrets.
 *
 * @param container the object or array
 * @param pointer JSON Pointer to the container (RFC 6901)
 * @param key name or index of the member; null for the container itself
 */
export function memberLines(
  container: unknown,
  pointer: string,
  key: string | null,
  redacted: ExchangeRedactor,
): ExcerptLine[] {
  const isHidden = parsePointer(pointer).some(redacted.isSecret);
  if (typeof container !== "object" || container === null) {
    return [{ text: isHidden ? REDACTED : inShort(container, redacted), isFault: true }];
  }
  const nameOf = (name: string) =>
    Array.isArray(container) ? name : JSON.stringify(redacted.structure(name));
  const member: ShowMember = (name) => {
    const isSecret = isHidden || redacted.isSecret(name);
    const text = isSecret ? `"${REDACTED}"` : inShort((container as Members)[name], redacted);
    return { text: `  ${nameOf(name)}: ${text}`, isFault: name === key };
  };
  const [open, close] = Array.isArray(container) ? ["[", "]"] : ["{", "}"];
  const path = redacted.structure(pointer);
  return [
    { text: `${path}${path === "" ? "" : " "}${open}`, isFault: key === null },
    ...around(membersOf(container), key, { member, nameOf }),
    { text: close, isFault: false },
  ];
}

type Members = Readonly<Record<string, unknown>>;

/** The names of an object's members in order, and the position of each. */
interface MemberIndex {
  readonly keys: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
}

/** A wide object has many findings, and listing its names for each of them costs the square of its width. */
const indexes = new WeakMap<object, MemberIndex>();

/** The container is parsed JSON, which nothing changes. */
function membersOf(container: object): MemberIndex {
  const known = indexes.get(container);
  if (known) return known;
  const keys = Object.keys(container);
  const index = { keys, positions: new Map(keys.map((name, at) => [name, at])) };
  indexes.set(container, index);
  return index;
}

function around(
  { keys, positions }: MemberIndex,
  key: string | null,
  { member, nameOf }: { readonly member: ShowMember; readonly nameOf: (name: string) => string },
): ExcerptLine[] {
  if (key === null) return first(keys, member);
  const at = positions.get(key);
  if (at !== undefined) return near(keys, at, member);
  return [...first(keys, member), { text: `  ${nameOf(key)} is missing`, isFault: true }];
}

type ShowMember = (key: string) => ExcerptLine;

function near(keys: readonly string[], at: number, member: ShowMember): ExcerptLine[] {
  const [from, to] = [Math.max(at - 1, 0), Math.min(at + 2, keys.length)];
  return [...more(from), ...keys.slice(from, to).map(member), ...more(keys.length - to)];
}

function first(keys: readonly string[], member: ShowMember): ExcerptLine[] {
  const members = keys.slice(0, MAX_MEMBERS).map(member);
  return [...members, ...more(keys.length - members.length)];
}

function more(count: number): ExcerptLine[] {
  return count > 0 ? [{ text: `  … ${count} more`, isFault: false }] : [];
}

/** A value on one line. */
function inShort(value: unknown, redacted: ExchangeRedactor): string {
  if (typeof value === "string") return JSON.stringify(redacted.value(shortened(value)));
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[ ${value.length} items ]`;
  if (typeof value !== "object" || value === null) return redacted.value(String(value));
  const names = Object.keys(value);
  const shown = names.slice(0, 4).map((name) => redacted.structure(name));
  return names.length === 0 ? "{}" : `{ ${shown.join(", ")}${names.length > 4 ? ", …" : ""} }`;
}

function shortened(text: string): string {
  return text.length > MAX_STRING_LENGTH ? `${text.slice(0, MAX_STRING_LENGTH)}…` : text;
}
