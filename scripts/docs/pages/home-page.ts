import { type Document, type Response, resolve } from "../../generate/document/document.js";
import { operationList } from "../../generate/document/operation-list.js";
import { jsonBlock, jsonExamples } from "../operation/example-block.js";
import type { Page } from "./page.js";

const place = /<!-- response: (\w+) -->/;

/** The home page, with the contract's own example of a response beside the request that it shows. */
export function homePage(document: Document, written: Page): Page {
  const [, id = ""] = written.body.match(place) ?? [];
  return { ...written, body: written.body.replace(place, () => jsonBlock(exampleOf(document, id))) };
}

/** @throws where no operation of that name has an example */
function exampleOf(document: Document, operationId: string): unknown {
  const listed = operationList(document).find(({ operation }) => operation.operationId === operationId);
  const [, success] =
    Object.entries(listed?.operation.responses ?? {}).find(([status]) => status < "3") ?? [];
  const [example] = success === undefined ? [] : jsonExamples(document, resolve<Response>(document, success));
  if (example === undefined) throw new Error(`docs/index.md: ${operationId} has no example of a response.`);
  return example.value;
}
