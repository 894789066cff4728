/** The first sentence of a text in Markdown, as plain text. */
export function firstSentence(markdown: string): string {
  const [paragraph = ""] = markdown.trim().split(/\n\s*\n/);
  const text = paragraph.replace(/\s+/g, " ").replace(/[*`]|\]\([^)]*\)|\[/g, "");
  return sentenceAtStart(text);
}

/** The sentence with which a text on one line begins; the whole text if it has no end of a sentence. */
export const sentenceAtStart = (text: string): string => text.match(/^.*?[.!?](?= [A-Z]|$)/)?.[0] ?? text;
