/** Markdown blocks below each other, without those that are empty. */
export const blocks = (...texts: readonly string[]): string =>
  texts.filter((text) => text !== "").join("\n\n");
