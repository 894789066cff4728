import type { Document } from "../generate/document/document.js";
import { operationList } from "../generate/document/operation-list.js";
import type { Page } from "./pages/page.js";

/** The guides, in reading order. */
export const GUIDE_ORDER = [
  "quick-start",
  "authentication",
  "uploading",
  "playback",
  "listing",
  "versions",
  "errors",
  "deletion",
  "mocking",
  "validating",
  "client",
  "generators",
] as const;

/** The pages of QA, in reading order. */
export const QA_ORDER = ["check", "proxy", "in-tests", "live", "ci", "scale"] as const;

interface NavigationLink {
  readonly text: string;
  /** From the root of the site: `operations/listMedia.html`. */
  readonly link: string;
  /** HTTP method, for an operation. */
  readonly method?: string;
  readonly beta?: boolean;
}

export interface NavigationGroup {
  readonly text: string;
  readonly links: readonly NavigationLink[];
}

/** The side navigation: guides, operations by tag, schemas, and pages about the site. */
export function navigation(
  document: Document,
  written: Readonly<Record<"guides" | "checks" | "schemas", readonly Page[]>>,
): NavigationGroup[] {
  const operations = operationList(document);
  const byTag = (document.tags ?? []).map(({ name }) => ({
    text: name,
    links: operations
      .filter(({ operation }) => operation.tags?.[0] === name)
      .map(({ method, operation }) => ({
        text: operation.summary ?? operation.operationId,
        link: `operations/${operation.operationId}.html`,
        method,
        ...(operation["x-beta"] ? { beta: true } : {}),
      })),
  }));
  const about = [
    { text: "How the API works", link: "concepts.html" },
    { text: "Workflows", link: "workflows.html" },
    { text: "What is inferred", link: "inferred.html" },
    { text: "Downloads", link: "downloads.html" },
    { text: "Changelog", link: "changelog.html" },
  ];
  const linksOf = (pages: readonly Page[]) =>
    pages.map(({ title, path }) => ({ text: title, link: `${path}.html` }));
  return [
    { text: "Guides", links: linksOf(written.guides) },
    { text: "Quality assurance", links: linksOf(written.checks) },
    ...byTag,
    { text: "Schemas", links: linksOf(written.schemas) },
    { text: "About", links: about },
  ];
}
