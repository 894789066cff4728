import {
  type Document,
  type Example,
  isReference,
  type MediaType,
  type Response,
  resolve,
} from "../../generate/document/document.js";

/** The examples of a JSON body, collapsed, each with an anchor. */
export function exampleBlocks(document: Document, media: MediaType | undefined): string {
  const examples = Object.entries(media?.examples ?? {}).map(([key, node]) => ({
    key: isReference(node) ? node.$ref.slice(node.$ref.lastIndexOf("/") + 1) : key,
    example: resolve<Example>(document, node),
  }));
  return examples.map(({ key, example }) => exampleBlock(key, example)).join("\n\n");
}

function exampleBlock(key: string, { summary, description, value }: Example): string {
  const text = [description?.trim() ?? "", jsonBlock(value)].filter(Boolean).join("\n\n");
  return `::: details Example: ${summary ?? key} {#example-${key}}\n\n${text}\n\n:::`;
}

/** The examples of a response's JSON body. */
export const jsonExamples = (document: Document, { content }: Response): Example[] =>
  Object.values(content?.["application/json"]?.examples ?? {}).map((node) =>
    resolve<Example>(document, node),
  );

/** A JSON value as a code block. */
export const jsonBlock = (value: unknown, label = ""): string =>
  `\`\`\`json${label && ` [${label}]`}\n${JSON.stringify(value, null, 2)}\n\`\`\``;
