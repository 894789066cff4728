/** The first sentence of a text in Markdown, as plain text. */
export function firstSentence(markdown: string): string {
  const [paragraph = ""] = markdown.trim().split(/\n\s*\n/);
  const sentence = sentenceAtStart(paragraph.replace(/\s+/g, " "));
  return sentence.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[*`]/g, "");
}

/** The sentence with which Markdown on one line begins; all of it if it has no end of a sentence. */
export const sentenceAtStart = (text: string): string => text.match(/^.*?[.!?](?= [A-Z`]|$)/)?.[0] ?? text;
