import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { parse } from "yaml";
import type { Document } from "../../generate/document/document.js";
import { operationList } from "../../generate/document/operation-list.js";
import type { Page } from "./page.js";

/** The parts of an Arazzo document that the page shows. */
interface ArazzoDocument {
  readonly workflows: readonly {
    readonly workflowId: string;
    readonly summary: string;
    readonly description: string;
    readonly steps: readonly Step[];
  }[];
}

interface Step {
  readonly description: string;
  /** Absent for a request that is not an operation of the API. */
  readonly operationId?: string;
  readonly successCriteria: readonly { readonly condition: string }[];
}

/** Path of an Arazzo document in the site. */
export function workflowPath(file: string): string {
  return `workflows/${file}`;
}

/**
 * The page that shows what apps do with several operations.
 *
 * @param workflows texts of the Arazzo documents by file name
 */
export function workflowsPage(document: Document, workflows: ReadonlyMap<string, string>): Page {
  const sections = [...workflows].flatMap(([file, text]) =>
    (parse(text) as ArazzoDocument).workflows.map(({ workflowId, summary, description, steps }) => {
      const rows = steps.map((step, index) => stepText(document, step, index + 1));
      const link = `<a href="./${workflowPath(file)}" download>${file}</a>`;
      return `## ${summary.replace(/\.$/, "")} {#${workflowId}}\n\n${description.trim()}\n\n${rows.join("\n")}\n\nAs an Arazzo document: ${link}.`;
    }),
  );
  return {
    path: "workflows",
    title: "Workflows",
    kind: "Guide",
    description:
      "What apps do with several operations, step by step, as Arazzo documents that tools can run.",
    body: `${INTRODUCTION}\n\n${sections.join("\n\n")}`,
  };
}

const INTRODUCTION = `Each workflow is an [Arazzo](https://spec.openapis.org/arazzo/latest.html) 1.0 document, tested against the mock. To run
one against the mock or your account, download it and a video, and use Redocly CLI, for example
\`npx @redocly/cli respect media-life.arazzo.yaml --input apiKey=test --server ittybit=http://127.0.0.1:${DEFAULT_PORTS.mock}\`.`;

function stepText(document: Document, { description, operationId, successCriteria }: Step, number: number) {
  const operation = operationList(document).find((one) => one.operation.operationId === operationId);
  const title = operation?.operation.summary ?? operationId;
  const link = operationId === undefined ? "" : `[${title}](./operations/${operationId}.md): `;
  const conditions = successCriteria.map(({ condition }) => `\`${condition}\``).join(" and ");
  return `${number}. ${link}${description.trim()}  \n   Continues if ${conditions}.`;
}
