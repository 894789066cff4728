import {
  type Document,
  type Example,
  isReference,
  type MediaType,
  resolve,
} from "../../generate/document/document.js";
import { formPairs } from "./form-pairs.js";

/** The examples of a media type, collapsed, each with an anchor. */
export function exampleBlocks(
  document: Document,
  media: MediaType | undefined,
  mediaType = "application/json",
): string {
  const examples = Object.entries(media?.examples ?? {}).map(([key, node]) => ({
    key: isReference(node) ? node.$ref.slice(node.$ref.lastIndexOf("/") + 1) : key,
    example: resolve<Example>(document, node),
  }));
  return examples.map(({ key, example }) => exampleBlock(key, example, mediaType)).join("\n\n");
}

function exampleBlock(key: string, { summary, description, value }: Example, mediaType: string): string {
  const text = [description?.trim() ?? "", valueBlock(value, mediaType)].filter(Boolean).join("\n\n");
  return `::: details Example: ${summary ?? key} {#example-${key}}\n\n${text}\n\n:::`;
}

function valueBlock(value: unknown, mediaType: string): string {
  if (mediaType === "application/json") return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
  const lines = formPairs(value as object).map(([name, text]) => `${name}: ${text}`);
  return `\`\`\`text\n${lines.join("\n")}\n\`\`\``;
}
