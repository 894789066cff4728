import type { Document } from "../../generate/document/document.js";
import { blocks } from "../operation/blocks.js";
import { fieldList } from "../operation/field-list.js";
import type { Page } from "../pages/page.js";
import { callsTable } from "./calls-table.js";
import type { ClientEntry, ClientExport, ClientMember } from "./client-entry.js";

/** The folder of the pages. */
export const REFERENCE_FOLDER = "client/reference";

/** The sections of a page in order, and what stands in each. */
const SECTIONS: readonly [title: string, includes: (each: ClientExport) => boolean][] = [
  ["Functions", ({ kind }) => kind === "function"],
  ["Options", ({ name }) => /Options$/.test(name)],
  ["Errors", ({ kind }) => kind === "class"],
  ["Types", () => true],
];

/** What each entry is for, by the end of its path. */
const PURPOSES: Readonly<Record<string, string>> = {
  client: "Calls, results, options and errors of the TypeScript client, made from its types.",
  react: "Hooks for React Query, made from the types of the TypeScript client.",
  testing: "A fetch in memory for tests of apps that use the TypeScript client, made from its types.",
  "openapi-fetch": "openapi-fetch itself with the hosts and forms of this API, made from its types.",
};

/** A page for each entry of the client's package; that of the main entry comes first. */
export const clientReferencePages = (document: Document, entries: readonly ClientEntry[]): Page[] =>
  entries.map((entry) => entryPage(document, entry, linker(document, entries)));

/** The path of an entry's page in the site. */
function pathOf(specifier: string): string {
  const name = endOf(specifier);
  return `${REFERENCE_FOLDER}/${name === "client" ? "index" : name}`;
}

const endOf = (specifier: string): string => specifier.slice(specifier.lastIndexOf("/") + 1);

function entryPage(document: Document, { specifier, source, exports }: ClientEntry, link: Linker): Page {
  const name = endOf(specifier);
  const isMain = name === "client";
  const left = [...exports];
  const sections = SECTIONS.map(([title, includes]) => {
    const own = left.filter(includes);
    for (const each of own) left.splice(left.indexOf(each), 1);
    return own.length === 0
      ? ""
      : `## ${title} {#${title.toLowerCase()}}\n\n${own.map((each) => exportText(each, link)).join("\n\n")}`;
  });
  return {
    path: pathOf(specifier),
    title: isMain ? "Client reference" : `Client reference: ${name}`,
    kind: "Client",
    source,
    description: PURPOSES[name] ?? `What ${specifier} exports, made from its types.`,
    body: blocks(
      `Import from \`${specifier}\`. [Install the client](../../guides/install.md) first.`,
      isMain ? callsTable(document) : "",
      ...sections,
    ),
  };
}

/** One name with all that is known of it. Its anchor is the name itself. */
function exportText(each: ClientExport, link: Linker): string {
  const { name, signature, description, extends: bases, throws, examples, members } = each;
  const links = bases.flatMap(link);
  return blocks(
    `### ${name} {#${name}}`,
    description,
    signature && `\`\`\`ts\n${signature}\n\`\`\``,
    links.length > 0 ? `Has everything that ${links.join(" and ")} has.` : "",
    ...throws.map((text) => `Throws ${text.replace(/^\w+/, (error) => link(error)[0] ?? error)}`),
    fieldList(
      members
        .filter(({ type }) => type !== "undefined" && !type.startsWith("NotAllowed<"))
        .map((member) => field(member, link)),
      name,
      /Options$/.test(name) ? { required: "**required**" } : {},
    ),
    ...examples,
  );
}

const field = (member: ClientMember, link: Linker) => ({
  name: member.name,
  type: [`\`${member.type}\``, ...link(member.type)].join(" · "),
  required: member.required,
  constraints: member.default === undefined ? [] : [`default ${member.default}`],
  description: member.description,
  inferred: false,
  marks: [],
  children: [],
});

/** Links to what a type names, once each. */
type Linker = (type: string) => string[];

function linker(document: Document, entries: readonly ClientEntry[]): Linker {
  const targets = new Map<string, string>([
    ...Object.keys(document.components?.schemas ?? {}).map(
      (name) => [name, `../../schemas/${name}.md`] as const,
    ),
    ...entries.flatMap(({ specifier, exports }) => {
      const page = pathOf(specifier).slice(REFERENCE_FOLDER.length + 1);
      return exports.map(({ name }) => [name, `./${page}.md#${name}`] as const);
    }),
  ]);
  return (type) =>
    [...new Set(type.match(/\b[A-Z]\w+/g))].flatMap((name) => {
      const target = targets.get(name);
      return target === undefined ? [] : [`[${name}](${target})`];
    });
}
