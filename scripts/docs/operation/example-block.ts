import {
  type Document,
  type Example,
  isReference,
  type Reference,
  type Response,
  resolve,
} from "../../generate/document/document.js";
import { blocks } from "./blocks.js";

/** An example of a JSON body, collapsed, with an anchor. */
export function exampleBlock(document: Document, key: string, node: Example | Reference): string {
  const name = isReference(node) ? node.$ref.slice(node.$ref.lastIndexOf("/") + 1) : key;
  const { summary = name, description = "", value } = resolve<Example>(document, node);
  const opening = `::: details Example: ${summary} {#example-${name}}`;
  return blocks(opening, description.trim(), jsonBlock(value), ":::");
}

/** The examples of a response's JSON body. */
export const jsonExamples = (document: Document, { content }: Response): Example[] =>
  Object.values(content?.["application/json"]?.examples ?? {}).map((node) =>
    resolve<Example>(document, node),
  );

/** A JSON value as a code block. */
export const jsonBlock = (value: unknown, label = ""): string =>
  `\`\`\`json${label && ` [${label}]`}\n${JSON.stringify(value, null, 2)}\n\`\`\``;
