import { escapeInvisible } from "@ittybit/contract/escape-invisible";

/** Text for XML 1.0: markup and invisible characters escaped. Line breaks and tabs stay. */
export function xmlText(text: string): string {
  return escapeLines(text)
    .replaceAll(/[\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}

/** Shows invisible characters as escapes, except for line breaks and tabs. */
export function escapeLines(text: string): string {
  return text.replaceAll(/[^\t\n\r]+/g, escapeInvisible);
}
