import { type Document, type Reference, type Response, resolve } from "../../generate/document/document.js";
import { blocks } from "./blocks.js";
import { jsonBlock, jsonExamples } from "./example-block.js";
import { responseHeaders } from "./field.js";
import { fieldList, inferredNote } from "./field-list.js";
import { sentenceAtStart } from "./first-sentence.js";
import { statusName } from "./status-name.js";
import { schemaLink } from "./type-name.js";

/** The responses of an operation, by status. */
export type Responses = readonly (readonly [status: string, response: Response | Reference])[];

/** A header of every response, which its success describes. */
const COMMON = "Ittybit-Version";

/** The errors of an operation: when each is returned and what to do, then its examples and what is inferred. */
export function errorTable(document: Document, responses: Responses): string {
  const errors = responses
    .filter(([status]) => !status.startsWith("2"))
    .map(([status, node]) => [status, resolve<Response>(document, node)] as const);
  if (errors.length === 0) return "";
  return [
    "## Errors {#errors}",
    `Every error has the same body, an ${schemaLink("ErrorResponse")}.`,
    `| status | when | what to do |\n|---|---|---|\n${errors.map(([status, response]) => row(status, response)).join("\n")}`,
    '<div class="errors">',
    ...errors.map(([status, response]) => details(document, status, response)),
    "</div>",
  ].join("\n\n");
}

const nameOf = (status: string): string => (status === "default" ? "Any other status" : statusName(status));

/** The first sentence says when a status is returned, the rest what to do. */
function row(status: string, { description }: Response): string {
  const text = description.trim().replace(/\s+/g, " ");
  const when = sentenceAtStart(text);
  return `| [${nameOf(status)}](#status-${status}) | ${when} | ${text.slice(when.length).trim()} |`;
}

function details(document: Document, status: string, response: Response): string {
  const headers = responseHeaders(document, response).filter(({ name }) => name !== COMMON);
  const examples = jsonExamples(document, response).map(
    ({ summary = "", value }) => `${summary}:\n\n${jsonBlock(value)}`,
  );
  const text = blocks(
    inferredNote(response["x-inferred"]),
    fieldList(headers, `status-${status}`, { optional: "not always present" }),
    ...examples,
  );
  return `::: details ${status === "default" ? "Other" : status} example {#status-${status}}\n\n${text}\n\n:::`;
}
