import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  Application,
  type Comment,
  type CommentDisplayPart,
  type Context,
  type DeclarationReflection,
  type ProjectReflection,
  ReflectionKind,
} from "typedoc";
import ts from "typescript";
import type { ClientEntry, ClientExport, ClientMember } from "./client-entry.js";
import { extendsTexts, signatureText, typeText } from "./declared-text.js";

const PACKAGE = "packages/client";

/**
 * Reads the entries of the client's package with TypeDoc.
 *
 * @param root folder of the repository
 */
export async function convertClient(root: string): Promise<ClientEntry[]> {
  const { name, exports } = JSON.parse(await readFile(join(root, PACKAGE, "package.json"), "utf8")) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, string | { readonly "@ittybit/source": string }>>;
  };
  const entries = Object.entries(exports).flatMap(([path, target]) =>
    typeof target === "string"
      ? []
      : [{ specifier: join(name, path), source: join(PACKAGE, target["@ittybit/source"]) }],
  );
  const { project, declarationOf } = await convert(
    root,
    entries.map(({ source }) => join(root, source)),
  );
  const names = new Set(project.children?.flatMap(({ children = [] }) => children.map((each) => each.name)));
  return entries.map((entry) => ({
    ...entry,
    exports: exportsOf(project, entry.source, { declarationOf, names }),
  }));
}

/** What is known of all entries. */
interface Known {
  declarationOf(reflection: DeclarationReflection): ts.Node | undefined;
  /** Of everything that an entry exports. */
  readonly names: ReadonlySet<string>;
}

async function convert(
  root: string,
  files: readonly string[],
): Promise<Pick<Known, "declarationOf"> & { readonly project: ProjectReflection }> {
  const options = {
    entryPoints: [...files],
    // The types of the contract have pages of their own.
    exclude: ["**/generated/**"],
    excludeExternals: true,
    skipErrorChecking: true,
    disableSources: true,
    readme: "none",
    sort: ["source-order" as const],
    logLevel: "Error" as const,
  };
  const app = await Application.bootstrap(options, []);
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { tsBuildInfoFile: _, incremental: __, ...rest } = config.compilerOptions;
  app.options.setCompilerOptions(
    [...files],
    ts.convertCompilerOptionsFromJson(rest, root).options,
    undefined,
  );
  let context: Context | undefined;
  app.converter.on("resolveBegin", (each) => {
    context = each;
  });
  const project = await app.convert();
  if (project === undefined) throw new Error(`TypeDoc cannot read ${PACKAGE}: look at its messages above.`);
  return { project, declarationOf: (each) => context?.getSymbolFromReflection(each)?.declarations?.[0] };
}

function exportsOf(project: ProjectReflection, source: string, known: Known): ClientExport[] {
  const module = project.children?.find((each) => each.name === source.replace(/^.*\/(.*)\.ts$/, "$1"));
  if (module === undefined) throw new Error(`TypeDoc finds nothing in ${source}.`);
  return (module.children ?? []).flatMap((each) => {
    const kind = KINDS.get(each.kind);
    return kind === undefined ? [] : [exportOf(each, kind, known)];
  });
}

const KINDS: ReadonlyMap<ReflectionKind, ClientExport["kind"]> = new Map([
  [ReflectionKind.Function, "function"],
  [ReflectionKind.Class, "class"],
  [ReflectionKind.Interface, "interface"],
  [ReflectionKind.TypeAlias, "type"],
]);

function exportOf(reflection: DeclarationReflection, kind: ClientExport["kind"], known: Known): ClientExport {
  const { name } = reflection;
  const declaration = known.declarationOf(reflection);
  const [call] = reflection.signatures ?? [];
  const comment = reflection.comment ?? call?.comment;
  const inferred = call?.parameters?.map((parameter) => `${parameter.name}: ${parameter.type}`).join(", ");
  return {
    name,
    kind,
    signature:
      signatureText(name, declaration) || (kind === "function" ? `${name}(${inferred}): ${call?.type}` : ""),
    description: textOf(comment?.summary),
    extends: extendsTexts(declaration),
    throws: tagTexts(comment, "@throws"),
    examples: tagTexts(comment, "@example"),
    members: (reflection.children ?? [])
      .filter((child) => child.kind !== ReflectionKind.Constructor && isShown(child, name, known))
      .map((child) => memberOf(child, known)),
  };
}

/** Whether a member is the export's own, or stands in something that is not exported, which has no other place. */
function isShown(member: DeclarationReflection, owner: string, { declarationOf, names }: Known): boolean {
  const parent = declarationOf(member)?.parent;
  if (parent === undefined || !(ts.isInterfaceDeclaration(parent) || ts.isClassDeclaration(parent)))
    return false;
  const { text = "" } = parent.name ?? {};
  return parent.getSourceFile().fileName.includes(`/${PACKAGE}/`) && (text === owner || !names.has(text));
}

function memberOf(member: DeclarationReflection, { declarationOf }: Known): ClientMember {
  const comment = member.comment ?? member.signatures?.[0]?.comment;
  const [value] = tagTexts(comment, "@default");
  return {
    name: member.name,
    type: typeText(declarationOf(member)) || String(member.type ?? ""),
    required: !member.flags.isOptional,
    description: textOf(comment?.summary),
    // TypeDoc takes it for code, and fences it.
    default: value?.replace(/^```\w*\n([\s\S]*)\n```$/, "$1").replace(/\s+/g, " "),
  };
}

const tagTexts = (comment: Comment | undefined, tag: `@${string}`): string[] =>
  comment?.getTags(tag).map(({ content }) => textOf(content)) ?? [];

const textOf = (parts: readonly CommentDisplayPart[] = []): string =>
  parts
    .map(({ text }) => text)
    .join("")
    .trim();
