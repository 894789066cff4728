import type ts from "typescript";
import { typescript } from "../../../scripts/typescript.js";

const registry = typescript.createDocumentRegistry();

/** What an editor knows of a program. */
export interface Editor {
  /** The type, the documentation and the tags of what stands at a place. */
  hover(at: number): { readonly type: string; readonly documentation: string };
  /** What an editor offers at a place, in its order. */
  completions(at: number): string[];
  errors(): string[];
}

/**
 * Opens a program as an editor does.
 *
 * @param file absolute path, in a folder whose node_modules the program imports from; nothing is written
 */
export function openEditor(folder: string, file: string, program: string): Editor {
  const service = typescript.createLanguageService(hostOf(folder, file, program), registry);
  return {
    hover(at) {
      const info = service.getQuickInfoAtPosition(file, at);
      const tags =
        info?.tags?.map(({ name, text }) => `@${name} ${typescript.displayPartsToString(text)}`) ?? [];
      const documentation = [typescript.displayPartsToString(info?.documentation), ...tags].join("\n");
      return { type: typescript.displayPartsToString(info?.displayParts), documentation };
    },
    completions: (at) =>
      [...(service.getCompletionsAtPosition(file, at, {})?.entries ?? [])]
        .sort((a, b) => (a.sortText + a.name < b.sortText + b.name ? -1 : 1))
        .map(({ name }) => name),
    errors: () =>
      service
        .getSemanticDiagnostics(file)
        .map(({ messageText }) => typescript.flattenDiagnosticMessageText(messageText, "\n")),
  };
}

const hostOf = (folder: string, file: string, program: string): ts.LanguageServiceHost => ({
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? program : "1"),
  getScriptSnapshot: (name) => {
    const text = name === file ? program : typescript.sys.readFile(name);
    return text === undefined ? undefined : typescript.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => folder,
  getCompilationSettings: () => ({
    module: typescript.ModuleKind.ESNext,
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    target: typescript.ScriptTarget.ES2022,
    ...{ strict: true, types: [] },
  }),
  getDefaultLibFileName: typescript.getDefaultLibFilePath,
  readFile: typescript.sys.readFile,
  fileExists: typescript.sys.fileExists,
});
