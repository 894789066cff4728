import { readFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contract } from "./contract.js";
import { ContractError } from "./contract-error.js";
import { type CreateOptions, createContract } from "./create.js";
import { parsePointer } from "./json-pointer.js";
import { joinFiles } from "./source/join-files.js";
import { locateInFiles } from "./source/locate.js";
import { parseSource, type SourceFile } from "./source/source-file.js";

export { ContractError } from "./contract-error.js";

/**
 * Reads an OpenAPI 3.1 document from disk, with every file that its `$ref`s lead to, and makes a contract whose
 * findings name file and line.
 *
 * @param file path or file URL of the first file, YAML or JSON
 * @throws ContractError when a file cannot be read, or the document cannot be used
 */
export async function loadContract(
  file: string | URL,
  options: Omit<CreateOptions, "locate"> = {},
): Promise<Contract> {
  const { document, locate } = await loadDocument(file);
  return createContract(document, { ...options, locate });
}

/** The document with its files joined, and where each part of it was written. Paths are relative to the working directory. */
export async function loadDocument(file: string | URL): Promise<{
  readonly document: Record<string, unknown>;
  readonly locate: NonNullable<CreateOptions["locate"]>;
}> {
  const entry = resolve(file instanceof URL ? fileURLToPath(file) : file);
  const files = new Map<string, SourceFile>();
  const open = [{ path: entry, from: null as { path: string; pointer: string } | null }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (files.has(next.path)) continue;
    const source = parseSource(shown(next.path), await read(next.path, next.from, files));
    files.set(next.path, source);
    for (const { pointer, file: target } of source.references) {
      open.push({ path: resolve(dirname(next.path), target), from: { path: next.path, pointer } });
    }
  }
  return { document: joinFiles(files, entry), locate: locateInFiles(files, entry) };
}

async function read(
  path: string,
  from: { path: string; pointer: string } | null,
  files: ReadonlyMap<string, SourceFile>,
): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const { code } = error as { code?: string };
    const problem =
      code === "ENOENT" ? `${shown(path)} does not exist` : `${shown(path)} cannot be read (${code})`;
    const source = from === null ? undefined : files.get(from.path);
    const line = source?.line(parsePointer(from?.pointer ?? "")) ?? null;
    const place = { pointer: from?.pointer ?? "", file: source?.name ?? null, line };
    throw new ContractError(problem, place, "Correct the path.", error);
  }
}

function shown(path: string): string {
  return relative(process.cwd(), path).replaceAll("\\", "/") || path;
}
