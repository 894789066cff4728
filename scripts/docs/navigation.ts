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

/** A page of the side navigation. */
export interface NavigationLink {
  readonly text: string;
  /** From the root of the site: `operations/listMedia.html`. */
  readonly link: string;
  /** HTTP method, for an operation. */
  readonly method?: string;
  readonly beta?: boolean;
}

/** A section of the side navigation, or a group inside one. */
export interface NavigationGroup {
  readonly text: string;
  /** The page that lists what is in it. */
  readonly link?: string;
  readonly links: readonly NavigationLink[];
  readonly groups?: readonly NavigationGroup[];
  /** Whether it is folded until one of its pages is shown. */
  readonly folded?: boolean;
}

/** The side navigation: guides, the reference by resource, and the tools. */
export function navigation(document: Document, pages: readonly Page[]): NavigationGroup[] {
  const section = (text: keyof typeof SECTIONS): NavigationGroup => ({
    text,
    links: SECTIONS[text].map((path) => linkTo(pages, path)),
  });
  return [
    section("Get started"),
    section("Guides"),
    { text: "API reference", links: referenceLinks(pages), groups: referenceGroups(document, pages) },
    { ...section("Client"), groups: [clientReference(pages)] },
    section("Mock"),
    section("QA"),
    { text: "Changelog", links: [linkTo(pages, "changelog")] },
  ];
}

/** The reference of each entry of the client's package. */
function clientReference(pages: readonly Page[]): NavigationGroup {
  const own = pages.filter(({ path }) => path.startsWith(`${REFERENCE_FOLDER}/`));
  const [main, ...others] = own.map(({ path }) => linkTo(pages, path));
  const links = others.map((each) => ({ ...each, text: each.text.replace("Client reference: ", "") }));
  return { ...(main as NavigationLink), links, folded: true };
}

const referenceLinks = (pages: readonly Page[]): NavigationLink[] =>
  ["operations/index", "inferred", "downloads"].map((path) => linkTo(pages, path));

function referenceGroups(document: Document, pages: readonly Page[]): NavigationGroup[] {
  const operations = operationList(document);
  const resources = (document.tags ?? []).map(({ name }) => ({
    text: name,
    links: operations.filter(({ operation }) => operation.tags?.[0] === name).map(operationLink),
  }));
  const schemas = pages.filter(({ kind }) => kind === "Schema").map(({ path }) => linkTo(pages, path));
  return [...resources, { text: "Schemas", link: "schemas/index.html", links: schemas, folded: true }];
}

const operationLink = ({ method, operation }: ListedOperation): NavigationLink => ({
  text: operation.summary ?? operation.operationId,
  link: `operations/${operation.operationId}.html`,
  method,
  ...(operation["x-beta"] ? { beta: true } : {}),
});

function linkTo(pages: readonly Page[], path: string): NavigationLink {
  const page = pages.find((each) => each.path === path);
  if (page === undefined) throw new Error(`scripts/docs/navigation.ts: there is no page ${path}.`);
  return { text: page.title, link: `${path}.html` };
}

/** Names of the sections and groups that lead to each page, by its path. */
export function trails(
  groups: readonly NavigationGroup[],
  above: readonly string[] = [],
): Map<string, string[]> {
  return new Map(
    groups.flatMap(({ text, links, groups: inside = [] }) => {
      const trail = [...above, text];
      const own = links.map(({ link }) => [link.replace(/\.html$/, ""), trail] as const);
      return [...own, ...trails(inside, trail)];
    }),
  );
}

/** The side navigation in the form of VitePress's default theme. */
export const sidebarOf = (groups: readonly NavigationGroup[]): DefaultTheme.SidebarItem[] =>
  groups.map(({ text, link, links, groups: inside = [], folded }) => ({
    text,
    ...(link === undefined ? {} : { link: `/${link}` }),
    ...(folded ? { collapsed: true } : {}),
    items: [...links.map(sidebarLink), ...sidebarOf(inside)],
  }));

function sidebarLink({ text, link, method, beta }: NavigationLink): DefaultTheme.SidebarItem {
  const verb = method === undefined ? "" : `<span class="method ${method.toLowerCase()}">${method}</span> `;
  const badge = beta ? ' <span class="badge closed-beta">beta</span>' : "";
  return { text: verb + text + badge, docFooterText: text, link: `/${link}` };
}
