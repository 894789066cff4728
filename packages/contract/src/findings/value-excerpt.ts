import { createSecretNames } from "../redaction/secret-names.js";

/** Longest excerpt of a message in a finding, in characters. */
const MAX_EXCERPT_LENGTH = 80;

/** Property names of an object that an excerpt lists. */
const SHOWN_NAMES = 8;

const isSecret = createSecretNames();

/** A value as a finding shows it: JSON, cut, without secrets. */
export function excerpt(value: unknown, name: string): string {
  if (value === undefined) return "nothing";
  if (isSecret(name)) return "(redacted)";
  return cut(withoutQuery(render(value)));
}

/** Cuts text to the length of an excerpt, between characters. */
function cut(text: string): string {
  if (text.length <= MAX_EXCERPT_LENGTH) return text;
  const head = text.slice(0, MAX_EXCERPT_LENGTH - 1);
  return `${/[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head}…`;
}

function render(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 200));
  if (Array.isArray(value)) return `array of ${value.length}`;
  if (typeof value !== "object" || value === null) return String(value);
  const known = renderedObjects.get(value) ?? renderObject(value);
  renderedObjects.set(value, known);
  return known;
}

/** Rendered once each: thousands of findings may be about one object. */
const renderedObjects = new WeakMap<object, string>();

function renderObject(value: object): string {
  const names = Object.keys(value);
  if (names.length === 0) return "empty object";
  const shown = names.slice(0, SHOWN_NAMES).map((name) => name.slice(0, MAX_EXCERPT_LENGTH));
  return `object with ${shown.join(", ")}`;
}

/** Signed URLs keep their secret in the query. */
function withoutQuery(text: string): string {
  return text.replaceAll(/(https?:\/\/[^\s"?]*)\?[^\s"]*/gi, "$1?…");
}
