/** Breaks a text at spaces into lines of at most `width`, except for longer words. */
export function wrapText(text: string, width: number): string[] {
  return fill(text.split(" "), width, "");
}

/**
 * Breaks a command line between words with backslashes, so that a shell still reads one command. A line whose words
 * cannot be told apart stays whole.
 */
export function wrapCommand(command: string, width: number): string[] {
  const words = command.match(/(?:'[^']*'|\\.|[^\s'\\])+/g) ?? [];
  if (words.join(" ") !== command) return [command];
  const lines = fill(pairFlags(words), width - 2, "  ");
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : line));
}

/** Breaks a JSON pointer before slashes into lines of at most `width`, except for longer tokens. */
export function wrapPointer(pointer: string, width: number): string[] {
  const tokens = pointer.split(/(?=\/)/);
  const lines: string[] = [];
  for (const token of tokens) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + token.length <= width) lines[lines.length - 1] = line + token;
    else lines.push(line === undefined ? token : `  ${token}`);
  }
  return lines;
}

/** Keeps a flag and its value together. */
function pairFlags(words: readonly string[]): string[] {
  const pairs: string[] = [];
  for (const word of words) {
    const last = pairs.at(-1);
    if (last !== undefined && /^-{1,2}[A-Za-z-]+$/.test(last) && !/^-[iI]$/.test(last)) {
      pairs[pairs.length - 1] = `${last} ${word}`;
    } else pairs.push(word);
  }
  return pairs;
}

/** @param indent indentation of every line but the first */
function fill(words: readonly string[], width: number, indent: string): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(line === undefined ? word : indent + word);
  }
  return lines;
}
