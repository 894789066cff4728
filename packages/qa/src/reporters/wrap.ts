/** Breaks a text at spaces, so that no line is longer than `width`, unless a word is. */
export function wrapText(text: string, width: number): string[] {
  return fill(text.split(" "), width, "");
}

/**
 * Breaks a command line between its words, in such a way that a shell still reads it as one. A line whose words cannot
 * be told stays whole.
 */
export function wrapCommand(command: string, width: number): string[] {
  const words = command.match(/(?:'[^']*'|\\.|[^\s'\\])+/g) ?? [];
  if (words.join(" ") !== command) return [command];
  const lines = fill(pairFlags(words), width - 2, "  ");
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : line));
}

/** A flag stays with its value. */
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

/** @param indent of every line but the first */
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
