/** A fenced block of code in a Markdown text. */
export interface CodeBlock {
  readonly language: string;
  readonly text: string;
}

/** The code blocks of a Markdown text, in order. */
export const codeBlocks = (markdown: string): CodeBlock[] =>
  [...markdown.matchAll(/^```(\w+).*\n([\s\S]*?)^```$/gm)].map(([, language = "", text = ""]) => ({
    language,
    text,
  }));
