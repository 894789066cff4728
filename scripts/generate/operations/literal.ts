const WIDTH = 110;

/** A TypeScript literal of plain data; what fits on one line stands on one line. */
export function literal(value: unknown, indent = ""): string {
  const short = inline(value);
  if (indent.length + short.length <= WIDTH || typeof value !== "object" || value === null) return short;
  const inner = `${indent}  `;
  const members = Array.isArray(value)
    ? value.map((item) => literal(item, inner))
    : entries(value).map(([key, member]) => `${key}: ${literal(member, inner)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${members.map((member) => `${inner}${member},\n`).join("")}${indent}${close}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = entries(value).map(([key, member]) => `${key}: ${inline(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

const entries = (value: object): [string, unknown][] =>
  Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => [/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key), member]);
