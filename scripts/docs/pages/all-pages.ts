import type { Document } from "../../generate/document/document.js";
import { operationList } from "../../generate/document/operation-list.js";
import { GUIDE_ORDER, type NavigationGroup, navigation, QA_ORDER } from "../navigation.js";
import { changelogPage } from "./changelog-page.js";
import { contentsPage } from "./contents-page.js";
import { handWrittenPage } from "./hand-written-page.js";
import { inferredPage } from "./inferred-page.js";
import { operationPage } from "./operation-page.js";
import { concepts, operationsPage, schemasPage } from "./overview-pages.js";
import type { Page } from "./page.js";
import { schemaPages } from "./schema-page.js";
import { workflowsPage } from "./workflows-page.js";

/** The sources of the pages: the bundle, and the hand-written files by path below docs/. */
export interface Source {
  readonly document: Document;
  readonly written: ReadonlyMap<string, string>;
  readonly changelog: string;
  /** The Arazzo documents by file name. */
  readonly workflows: ReadonlyMap<string, string>;
}

/** Every page of the site, and the side navigation. */
export function sitePages({ document, written, changelog, workflows }: Source): {
  readonly pages: Page[];
  readonly groups: NavigationGroup[];
} {
  const read = (file: string): Page => handWrittenPage(file, textOf(written, file));
  const guides = GUIDE_ORDER.map((name) => read(`guides/${name}.md`));
  const checks = QA_ORDER.map((name) => read(`qa/${name}.md`));
  const schemas = schemaPages(document);
  const inferred = read("inferred.md");
  const pages = [
    read("index.md"),
    ...guides,
    ...checks,
    concepts(document),
    operationsPage(document),
    ...operationList(document).map((listed) => operationPage(document, listed)),
    schemasPage(schemas),
    ...schemas,
    workflowsPage(document, workflows),
    inferredPage(document, inferred.body),
    read("downloads.md"),
    changelogPage(changelog),
  ];
  return {
    pages: [...pages, contentsPage(pages)],
    groups: navigation(document, { guides, checks, schemas }),
  };
}

function textOf(written: ReadonlyMap<string, string>, file: string): string {
  const text = written.get(file);
  if (text === undefined) throw new Error(`docs/${file}: there is no such file.`);
  return text;
}
