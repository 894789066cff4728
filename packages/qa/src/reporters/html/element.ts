import { escapeLines } from "../escape.js";

/** Text as HTML, also inside a quoted attribute. Invisible characters are escaped. */
export function escapeHtml(text: string): string {
  return escapeLines(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

type Attributes = Readonly<Record<string, string | number>>;

/** An element. `content` is HTML; attribute values are text. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  return `<${name}${attributeText(attributes)}>${content.join("")}</${name}>`;
}

/** A void element. */
export function emptyElement(name: string, attributes: Attributes): string {
  return `<${name}${attributeText(attributes)}>`;
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join("");
}
