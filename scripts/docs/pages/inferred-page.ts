import { type Document, isObject } from "../../generate/document/document.js";
import { type InferredMark, markLabel, markOf } from "../../generate/document/inferred-mark.js";
import { operationList } from "../../generate/document/operation-list.js";
import type { Page } from "./page.js";

/** An inferred fact, with every node that is marked with it. */
interface InferredFact {
  readonly mark: InferredMark;
  /** Location of `x-inferred` in the bundle, as pointer tokens. */
  readonly places: readonly (readonly string[])[];
}

/** Where a fact is listed, by the section of the contract in which it stands first. */
const AREAS: Readonly<Record<string, string>> = {
  paths: "Operations and parameters",
  parameters: "Operations and parameters",
  securitySchemes: "Operations and parameters",
  responses: "Responses and headers",
  headers: "Responses and headers",
};

function areaOf({ places: [[root = "", section = ""] = []] }: InferredFact): string {
  return AREAS[root === "components" ? section : root] ?? "Fields";
}

/** Every `x-inferred` of a document, in its order. Nodes with the same reason are one fact. */
function inferredFacts(document: Document): InferredFact[] {
  const byReason = new Map<string, InferredFact>();
  collect(document, [], byReason);
  return [...byReason.values()];
}

function collect(node: unknown, tokens: string[], into: Map<string, InferredFact>): void {
  if (typeof node !== "object" || node === null) return;
  const mark = isObject(node) ? markOf(node["x-inferred"]) : undefined;
  if (mark !== undefined) {
    const key = JSON.stringify([markLabel(mark), mark.why, mark.source]);
    into.set(key, { mark, places: [...(into.get(key)?.places ?? []), tokens] });
  }
  for (const [key, child] of Object.entries(node)) collect(child, [...tokens, key], into);
}

/** The page that lists inferred facts, below a hand-written introduction. */
export function inferredPage(document: Document, introduction: Page): Page {
  const facts = inferredFacts(document);
  const count = facts.reduce((sum, { places }) => sum + places.length, 0);
  const lists = [...new Set([...Object.values(AREAS), "Fields"])].map((area) => {
    const items = facts.filter((fact) => areaOf(fact) === area).map((fact) => factItem(document, fact));
    return `### ${area}\n\n${items.join("\n\n")}\n\n{.fields .facts}`;
  });
  return {
    path: "inferred",
    title: introduction.title,
    kind: "About",
    description:
      "Every fact of the contract that the public reference does not state, with the reason for it.",
    body: `${introduction.body}\n\n## All ${facts.length} inferred facts {#all}\n\nThey cover ${count} places in the contract. Each entry lists what it covers, the reason, and the public source with its date.\n\n${lists.join("\n\n")}`,
  };
}

/** A fact as an item of a list: where it stands, the reason and the source. */
function factItem(document: Document, { mark, places }: InferredFact): string {
  const links = new Set(places.map((tokens) => placeLink(document, tokens)));
  return `- ${[...links].join(", ")} **${markLabel(mark)}**\n\n  ${mark.why}\n\n  ${sourceLine(mark)}`;
}

/** Where a decision comes from: `https://example.com/page, as of 2025` or `RFC 9110, section 10.2.3, June 2022`. */
function sourceLine({ source }: InferredMark): string {
  if (source === undefined) return "No public source: our reading of the reference of mid-2024.";
  const [, url, page, date] = /^(https?:\/\/([^,]+))(, .*)$/.exec(source) ?? [];
  if (url !== undefined) return `Source: [${page}](${url})${date}.`;
  const [, number] = /^RFC (\d+)/.exec(source) ?? [];
  return number === undefined
    ? `Source: ${source}.`
    : `Source: [RFC ${number}](https://www.rfc-editor.org/rfc/rfc${number})${source.slice(`RFC ${number}`.length)}.`;
}

function placeLink(document: Document, tokens: readonly string[]): string {
  const [root, section = "", name = "", ...rest] = tokens;
  if (root === "paths") return operationLink(document, section, name, rest);
  if (section === "schemas") return schemaFieldLink(name, rest);
  if (section === "securitySchemes") return "[the API key](./guides/authentication.md)";
  return componentLink(document, section, name);
}

function operationLink(document: Document, path: string, method: string, rest: readonly string[]): string {
  const listed = operationList(document).find(
    (one) => one.path === path && one.method === method.toUpperCase(),
  );
  const id = listed?.operation.operationId;
  if (id === undefined) return `\`${path}\``;
  const [part, key] = rest;
  const anchor =
    part === "responses" ? `#status-${key}` : part === "requestBody" ? `#body-${rest.at(-1)}` : "";
  const what = part === "responses" ? ` ${key}` : part === "requestBody" ? ` ${rest.at(-1)}` : "";
  return `[${id}${what}](./operations/${id}.md${anchor})`;
}

function schemaFieldLink(name: string, rest: readonly string[]): string {
  const names = rest.filter((_, index) => rest[index - 1] === "properties");
  const anchor = names.length > 0 ? `#field-${names.join("-")}` : "";
  return `[${[name, ...names].join(".")}](./schemas/${name}.md${anchor})`;
}

/** A shared parameter, header or response is linked where an operation first uses it. */
function componentLink(document: Document, section: string, name: string): string {
  const ref = JSON.stringify({ $ref: `#/components/${section}/${name}` });
  const component = document.components?.[section]?.[name];
  const user = operationList(document).find(({ operation, path }) =>
    (JSON.stringify(operation) + JSON.stringify(document.paths?.[path]?.parameters ?? [])).includes(
      ref.slice(1, -1),
    ),
  );
  if (user === undefined) return `\`${name}\``;
  const page = `./operations/${user.operation.operationId}.md`;
  return `[${name}](${page}${componentAnchor(section, component, ref, user.operation.responses ?? {})})`;
}

function componentAnchor(section: string, component: unknown, ref: string, responses: object): string {
  if (section === "parameters" && isObject(component)) return `#${component.in}-${component.name}`;
  if (section !== "responses") return "";
  const status = Object.entries(responses).find(([, node]) => JSON.stringify(node) === ref)?.[0];
  return status === undefined ? "" : `#status-${status}`;
}
