import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";

const parser = new RegExpParser({ ecmaVersion: 2025 });

/** Characters that stand for themselves only when they are escaped, with the `u` flag. */
const SYNTAX_CHARACTER = /[\^$\\.*+?()[\]{}|/]/;

/**
 * Writes a pattern that only works without the `u` flag, such as `\!` or `[\w-.]`, so that it works with the flag and matches
 * the same. Returns any other pattern as it is: OpenAPI 3.0 takes both, JSON Schema 2020-12 asks for the flag.
 */
export function unicodePattern(source: string): string {
  if (parse(source, true) !== null) return source;
  const loose = parse(source, false);
  if (loose === null) return source;
  const characters: AST.Character[] = [];
  visitRegExpAST(loose, { onCharacterEnter: (node) => void characters.push(node) });
  let written = "";
  let end = 0;
  for (const node of characters.toSorted((a, b) => a.start - b.start)) {
    written += source.slice(end, node.start) + writtenCharacter(node);
    end = node.end;
  }
  written += source.slice(end);
  return parse(written, true) === null ? source : written;
}

function parse(source: string, unicode: boolean): AST.Pattern | null {
  try {
    return parser.parsePattern(source, 0, source.length, { unicode });
  } catch {
    return null;
  }
}

function writtenCharacter({ raw, value, parent }: AST.Character): string {
  const text = String.fromCodePoint(value);
  const isInClass = parent.type === "CharacterClass" || parent.type === "CharacterClassRange";
  if (SYNTAX_CHARACTER.test(text) || (isInClass && text === "-")) return `\\${text}`;
  if (!raw.startsWith("\\")) return raw;
  // control characters, and escapes by number
  return /^\\[\w]/.test(raw) && raw !== "\\_" ? `\\u{${value.toString(16)}}` : text;
}
