import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type ts from "typescript";
import { TYPE_CHECKER } from "../../scripts/step.js";
import { typescript } from "../../scripts/typescript.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Folders of the packages whose exports are public. */
export const PACKAGES = ["generated", "packages/client", "packages/contract", "packages/mock", "packages/qa"];

/** One name that an entry of a package exports. */
export interface PublicExport {
  readonly package: string;
  readonly name: string;
  /** File and line of its declaration. */
  readonly place: string;
  readonly documented: boolean;
  /** The code of its `@example` tags. */
  readonly examples: readonly Example[];
  readonly needsExample: boolean;
}

/** One fenced block of an `@example`. */
export interface Example {
  readonly language: string;
  readonly text: string;
}

/** The source files of the entries in a package's exports map. */
function entriesOf(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
  return Object.values<string | Record<string, string>>(manifest.exports)
    .map((target) =>
      typeof target === "string" ? target : (target["@ittybit/source"] ?? target.types ?? ""),
    )
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(ROOT, folder, file));
}

/** Options of the repository, with the types of a browser beside those of Node. */
function compilerOptions(): ts.CompilerOptions {
  const path = join(ROOT, "tsconfig.json");
  const { options } = typescript.parseJsonConfigFileContent(
    typescript.readConfigFile(path, typescript.sys.readFile).config,
    typescript.sys,
    ROOT,
  );
  const { tsBuildInfoFile: _, lib: _lib, ...rest } = options;
  return {
    ...rest,
    ...{ incremental: false, noUnusedLocals: false, jsx: typescript.JsxEmit.ReactJSX },
    // Names and docblocks of the packages need none of the types of their platform, which take half of the time.
    noLib: true,
    types: [],
  };
}

/** Reads the packages of this repository and none that they import, which are most of the text. */
function hostOf(options: ts.CompilerOptions): ts.CompilerHost {
  const host = typescript.createCompilerHost(options);
  const isOwn = (name: string) => /^(\.|@ittybit\/)/.test(name);
  host.resolveModuleNameLiterals = (literals, file, redirected, options, source) =>
    literals.map((literal) => {
      if (!isOwn(literal.text)) return { resolvedModule: undefined };
      const mode = typescript.getModeForUsageLocation(source, literal, options);
      const own = typescript.resolveModuleName(
        literal.text,
        file,
        options,
        host,
        undefined,
        redirected,
        mode,
      );
      if (!own.resolvedModule) throw new Error(`${file} imports ${literal.text}, which is not there`);
      return own;
    });
  return host;
}

/** Every export that the packages declare, each once, in the order of the exports maps. */
export function publicExports(): PublicExport[] {
  const options = compilerOptions();
  const program = typescript.createProgram(PACKAGES.flatMap(entriesOf), options, hostOf(options));
  const checker = program.getTypeChecker();
  const found = PACKAGES.flatMap((folder) =>
    entriesOf(folder).flatMap((entry) => {
      const file = program.getSourceFile(entry);
      const module = file && checker.getSymbolAtLocation(file);
      if (!module) throw new Error(`${entry} is not a module`);
      return checker.getExportsOfModule(module).flatMap((symbol) => describeExport(checker, folder, symbol));
    }),
  );
  return [...new Map(found.map((each) => [`${each.package} ${each.place}`, each])).values()];
}

/** @returns nothing for what another package declares */
function describeExport(checker: ts.TypeChecker, folder: string, exported: ts.Symbol): PublicExport[] {
  const symbol =
    exported.flags & typescript.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const [declaration] = symbol.declarations ?? [];
  if (!declaration) return [];
  const file = declaration.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(declaration.getStart());
  const examples = symbol
    .getJsDocTags(checker)
    .filter(({ name }) => name === "example")
    .flatMap(({ text }) => blocksOf(typescript.displayPartsToString(text)));
  return [
    {
      package: folder,
      name: exported.name,
      place: `${relative(ROOT, file.fileName)}:${line + 1}`,
      documented: symbol.getDocumentationComment(checker).length > 0,
      examples,
      needsExample:
        Boolean(symbol.flags & typescript.SymbolFlags.Value) || /(Options|Input)$/.test(exported.name),
    },
  ];
}

/** The fenced blocks of an example, or all of it as TypeScript. */
const blocksOf = (comment: string): Example[] =>
  comment.includes("```") ? fencedBlocks(comment) : [{ language: "ts", text: comment }];

const fencedBlocks = (comment: string): Example[] =>
  [...comment.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language = "", text = ""]) => ({
    language,
    text,
  }));

/** Options of the repository for what runs in any environment. */
const EXAMPLE_CONFIG = JSON.stringify({
  extends: "../../tsconfig.json",
  compilerOptions: {
    ...{ incremental: false, tsBuildInfoFile: null, noUnusedLocals: false, jsx: "react-jsx" },
    lib: ["es2023", "dom", "dom.iterable"],
  },
  include: ["*.ts", "*.tsx"],
});

/** What TypeScript finds in examples, all of them modules of one program. */
export async function compileExamples(
  examples: readonly (PublicExport & { readonly example: Example })[],
): Promise<string[]> {
  await mkdir(join(ROOT, "dist"), { recursive: true });
  const folder = await mkdtemp(join(ROOT, "dist/.examples-"));
  try {
    for (const [index, { example }] of examples.entries())
      await writeFile(join(folder, `example-${index}.${example.language}`), `${example.text}\nexport {};\n`);
    await writeFile(join(folder, "tsconfig.json"), EXAMPLE_CONFIG);
    const args = [join(ROOT, TYPE_CHECKER), "-p", folder, "--pretty", "false", "--singleThreaded"];
    const { stdout } = await promisify(execFile)(process.execPath, args).catch((error) => {
      if (/error TS/.test(error.stdout)) return error;
      throw error; // the compiler did not run
    });
    // The packages are compiled without the types of a browser elsewhere, and are not asked about here.
    const isAsked = (line: string) => /^(?:error|\S*example-\d+\.tsx?\(.*: error) TS/.test(line);
    return (stdout as string).split("\n").filter(isAsked).map(placed);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  /** Names the export that an error is about. */
  function placed(line: string): string {
    const [, index = ""] = /example-(\d+)\.tsx?\(/.exec(line) ?? [];
    const { place = "", name = "" } = examples[Number(index || Number.NaN)] ?? {};
    return `${place} ${name}: ${line}`;
  }
}
