import type { DefaultTheme } from "vitepress";
import type { Document } from "../../generate/document/document.js";
import { operationList } from "../../generate/document/operation-list.js";
import type { ClientEntry } from "../client-reference/client-entry.js";
import { clientReferencePages } from "../client-reference/reference-pages.js";
import { navigation, SECTIONS } from "../navigation.js";
import { changelogPage } from "./changelog-page.js";
import { contentsPage } from "./contents-page.js";
import { handWrittenPage, mockReference } from "./hand-written-page.js";
import { homePage } from "./home-page.js";
import { inferredPage } from "./inferred-page.js";
import { operationPage } from "./operation-page.js";
import { concepts, operationsPage, schemasPage } from "./overview-pages.js";
import type { Page, PageKind } from "./page.js";
import { schemaPages } from "./schema-page.js";
import { withFormats } from "./with-formats.js";
import { workflowsPage } from "./workflows-page.js";

/** The sources of the pages: the bundle, and the hand-written files by path below docs/ or packages/. */
export interface Source {
  readonly document: Document;
  readonly written: ReadonlyMap<string, string>;
  readonly changelog: string;
  /** The entries of the client's package. */
  readonly client: readonly ClientEntry[];
  /** The Arazzo documents by file name. */
  readonly workflows: ReadonlyMap<string, string>;
  /** Base URL of the mock on the reader's machine. */
  readonly mock: string;
}

/** What the pages of a section are called in search results. */
const KINDS: Readonly<Record<keyof typeof SECTIONS, PageKind>> = {
  "Get started": "Guide",
  Guides: "Guide",
  Client: "Client",
  Mock: "Mock",
  QA: "QA",
};

/** Every page of the site, and the side navigation. */
export function sitePages({ document, written, changelog, client, workflows, mock }: Source): {
  readonly pages: Page[];
  readonly sidebar: DefaultTheme.SidebarItem[];
} {
  const read = (file: string, kind: PageKind): Page => handWrittenPage(file, textOf(written, file), kind);
  const schemas = schemaPages(document);
  const made = [
    concepts(document),
    operationsPage(document),
    ...operationList(document).map((listed) => operationPage(document, listed, mock)),
    schemasPage(schemas),
    ...schemas,
    ...clientReferencePages(document, client),
    workflowsPage(document, workflows),
    inferredPage(document, read("inferred.md", "About")),
    ...["guides/formats.md", "guides/uploading.md"].map((file) => withFormats(document, read(file, "Guide"))),
    mockReference(textOf(written, "mock/README.md")),
    changelogPage(changelog),
  ];
  const isMade = new Set(made.map(({ path }) => path));
  const guides = Object.entries(SECTIONS).flatMap(([section, paths]) =>
    paths
      .filter((path) => !isMade.has(path))
      .map((path) => read(`${path}.md`, KINDS[section as keyof typeof SECTIONS])),
  );
  const pages = [
    homePage(document, read("index.md", "Home")),
    ...guides,
    ...made,
    read("downloads.md", "About"),
  ];
  const sidebar = navigation(document, pages);
  return { pages: [...pages, contentsPage(pages, sidebar)], sidebar };
}

function textOf(written: ReadonlyMap<string, string>, file: string): string {
  const text = written.get(file);
  if (text === undefined) throw new Error(`docs/${file}: there is no such file.`);
  return text;
}
