import type { DefaultTheme } from "vitepress";
import type { Document } from "../generate/document/document.js";
import { type ListedOperation, operationList } from "../generate/document/operation-list.js";
import { REFERENCE_FOLDER } from "./client-reference/reference-pages.js";
import type { Page } from "./pages/page.js";

/** The hand-written pages and those made from the contract as a whole, by section, in reading order. */
export const SECTIONS = {
  "Get started": ["guides/quick-start", "guides/authentication", "concepts", "guides/which-api"],
  Guides: [
    "guides/uploading",
    "guides/formats",
    "guides/playback",
    "guides/listing",
    "guides/versions",
    "guides/errors",
    "guides/rate-limits",
    "guides/deletion",
    "workflows",
    "guides/troubleshooting",
    "guides/glossary",
  ],
  Client: ["guides/install", "guides/generators", "guides/client"],
  Mock: ["guides/mocking", "mock/reference", "guides/prism"],
  QA: [
    "guides/validating",
    "qa/check",
    "qa/proxy",
    "qa/in-tests",
    "qa/live",
    "qa/ci",
    "qa/scale",
    "qa/gateways",
  ],
} as const;

/** The side navigation: guides, the reference by resource, and the tools. */
export function navigation(document: Document, pages: readonly Page[]): DefaultTheme.SidebarItem[] {
  const section = (text: keyof typeof SECTIONS, ...more: DefaultTheme.SidebarItem[]) => ({
    text,
    items: [...SECTIONS[text].map((path) => linkTo(pages, path)), ...more],
  });
  const reference = ["operations/index", "inferred", "downloads"].map((path) => linkTo(pages, path));
  return [
    section("Get started"),
    section("Guides"),
    { text: "API reference", items: [...reference, ...referenceGroups(document, pages)] },
    section("Client", clientReference(pages)),
    section("Mock"),
    section("QA"),
    { text: "Changelog", items: [linkTo(pages, "changelog")] },
  ];
}

/** The reference of each entry of the client's package. */
function clientReference(pages: readonly Page[]): DefaultTheme.SidebarItem {
  const own = pages.filter(({ path }) => path.startsWith(`${REFERENCE_FOLDER}/`));
  const [main, ...items] = own.map(({ path, title }) => ({
    ...linkTo(pages, path),
    text: title.replace("Client reference: ", ""),
  }));
  return { ...main, items, collapsed: true };
}

function referenceGroups(document: Document, pages: readonly Page[]): DefaultTheme.SidebarItem[] {
  const operations = operationList(document);
  const resources = (document.tags ?? []).map(({ name }) => ({
    text: name,
    items: operations.filter(({ operation }) => operation.tags?.[0] === name).map(operationLink),
  }));
  const schemas = pages.filter(({ kind }) => kind === "Schema").map(({ path }) => linkTo(pages, path));
  return [...resources, { text: "Schemas", link: "/schemas/index.html", items: schemas, collapsed: true }];
}

function operationLink({ method, operation }: ListedOperation): DefaultTheme.SidebarItem {
  const { operationId, summary = operationId } = operation;
  const verb = `<span class="method ${method.toLowerCase()}">${method}</span> `;
  const badge = operation["x-beta"] ? ' <span class="badge closed-beta">beta</span>' : "";
  return { text: verb + summary + badge, docFooterText: summary, link: `/operations/${operationId}.html` };
}

function linkTo(pages: readonly Page[], path: string): DefaultTheme.SidebarItem {
  const page = pages.find((each) => each.path === path);
  if (page === undefined) throw new Error(`scripts/docs/navigation.ts: there is no page ${path}.`);
  return { text: page.title, link: `/${path}.html` };
}

/** Names of the sections and groups that lead to each page, by its path. */
export function trails(
  items: readonly DefaultTheme.SidebarItem[],
  above: readonly string[] = [],
): Map<string, readonly string[]> {
  return new Map(
    items.flatMap(({ text = "", link, items: inside }) =>
      inside ? [...trails(inside, [...above, text])] : [[pathOf(link), above] as const],
    ),
  );
}

/** The path of the page that an item of the navigation links to. */
export const pathOf = (link = ""): string => link.replace(/^\/|\.html$/g, "");
