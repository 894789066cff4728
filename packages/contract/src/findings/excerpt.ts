import { createSecretNames } from "../redaction/secret-names.js";

/** Longest excerpt of a message in a finding, in characters. */
const longest = 80;

const isSecret = createSecretNames();

/** A value as a finding shows it: JSON, cut, without secrets. `name` is what the value is called. */
export function excerpt(value: unknown, name: string): string {
  if (value === undefined) return "nothing";
  if (isSecret(name)) return "(redacted)";
  return cut(withoutQuery(render(value)));
}

/** Text cut to what a finding may carry, at a whole character. */
function cut(text: string): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest - 1);
  return `${/[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head}…`;
}

function render(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 200));
  if (Array.isArray(value)) return `array of ${value.length}`;
  if (typeof value !== "object" || value === null) return String(value);
  const names = Object.keys(value);
  return names.length === 0 ? "empty object" : `object with ${names.slice(0, 8).join(", ")}`;
}

/** Signed URLs keep their secret in the query. */
function withoutQuery(text: string): string {
  return text.replaceAll(/(https?:\/\/[^\s"?]*)\?[^\s"]*/gi, "$1?…");
}
