import type { Document } from "../../generate/document/document.js";
import type { ListedOperation } from "../../generate/document/operation-list.js";
import { samplesOf } from "../samples/sample.js";

/** The samples of an operation, one tab for each language. */
export function sampleBlock(document: Document, listed: ListedOperation): string {
  const blocks = samplesOf(document, listed).map(
    ({ language, text }) => `\`\`\`${language.fence} [${language.label}]\n${text.trimEnd()}\n\`\`\``,
  );
  return `## Samples {#samples}\n\n::: code-group\n\n${blocks.join("\n\n")}\n\n:::`;
}
