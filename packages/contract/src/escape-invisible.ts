/**
 * Characters that a terminal or a page does not show, or that change how others are shown: controls, zero width, byte
 * order mark, bidirectional overrides, tags, variation selectors, fillers, line separators and lone surrogates.
 */
const INVISIBLE =
  /\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|[\u115f\u1160\u3164\uffa0]|\u034f|[\u17b4\u17b5]|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

/** What may contain invisible characters. Most of a report is plain text, which this passes over in a quarter of the time. */
const SPECIAL_IN_JSON = /[^\n -~]+/g;

/**
 * Replaces invisible characters with escapes: `\x1b`, `\u200b`, `\u{e0041}`.
 *
 * @example
 * ```ts
 * import { escapeInvisible } from "@ittybit/contract/escape-invisible";
 *
 * console.log(escapeInvisible("a\u200bb"));
 * ```
 */
export function escapeInvisible(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    if (code < 0x100) return `\\x${hex.padStart(2, "0")}`;
    return code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
  });
}

/**
 * The same for JSON text, with escapes that JSON knows. Line feeds between tokens stay.
 *
 * @example
 * ```ts
 * import { escapeInvisibleJson } from "@ittybit/contract/escape-invisible";
 *
 * console.log(escapeInvisibleJson(JSON.stringify({ title: "a\u200bb" }, null, 2)));
 * ```
 */
export function escapeInvisibleJson(json: string): string {
  return json.replace(SPECIAL_IN_JSON, (text) => text.replace(INVISIBLE, jsonEscape));
}

function jsonEscape(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
