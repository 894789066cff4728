import {
  type Document,
  type Example,
  type Operation,
  type RequestBody,
  type Response,
  resolve,
} from "../../generate/document/document.js";
import type { ListedOperation } from "../../generate/document/operation-list.js";
import { samplesOf } from "../samples/sample.js";
import type { Responses } from "./error-table.js";
import { jsonBlock, jsonExamples } from "./example-block.js";
import { formPairs } from "./form-pairs.js";

/** The samples of an operation, one tab for each language. */
export function sampleTabs(document: Document, listed: ListedOperation): string {
  const blocks = samplesOf(document, listed).map(
    ({ language, text }) => `\`\`\`${language.fence} [${language.label}]\n${text.trimEnd()}\n\`\`\``,
  );
  return tabs("Samples", "samples", blocks);
}

/** The examples of a request body, each field on a line. */
export function bodyExamples(document: Document, { requestBody }: Operation): string {
  if (requestBody === undefined) return "";
  const { content } = resolve<RequestBody>(document, requestBody);
  const blocks = Object.values(content).flatMap(({ examples = {} }) =>
    Object.entries(examples).map(([key, node]) => {
      const { summary, value } = resolve<Example>(document, node);
      const lines = formPairs(value as object).map(([name, text]) => `${name}: ${text}`);
      return `\`\`\`text [${summary ?? key}]\n${lines.join("\n")}\n\`\`\``;
    }),
  );
  return tabs("Body examples", "body-examples", blocks);
}

/** An example of each response of an operation, to choose by status. */
export function responseExamples(document: Document, responses: Responses): string {
  const blocks = responses.flatMap(([status, node]) => {
    const [first] = jsonExamples(document, resolve<Response>(document, node));
    return first === undefined ? [] : [jsonBlock(first.value, status === "default" ? "other" : status)];
  });
  return tabs("Responses by status", "response-examples", blocks);
}

const tabs = (heading: string, anchor: string, blocks: readonly string[]): string =>
  blocks.length === 0 ? "" : `## ${heading} {#${anchor}}\n\n::: code-group\n\n${blocks.join("\n\n")}\n\n:::`;
