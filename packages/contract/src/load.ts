import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contract } from "./contract.js";
import { ContractError } from "./contract-error.js";
import { type CreateOptions, createContract } from "./create.js";
import { parsePointer } from "./json-pointer.js";
import { joinFiles } from "./source/join-files.js";
import { locateInFiles } from "./source/locate.js";
import { parseSource, type SourceFile } from "./source/source-file.js";

export { ContractError } from "./contract-error.js";

/** Largest file that a `$ref` may lead to. */
const MAX_FILE_MIB = 32;
const MAX_FILE_BYTES = MAX_FILE_MIB * 1024 * 1024;

/** Most files of a document. */
const MAX_FILES = 5_000;

/**
 * What a document may be read from.
 *
 * @example
 * ```ts
 * import { type LoadOptions, loadContract } from "@ittybit/contract/load";
 *
 * const options: LoadOptions = { allowRef: ["../shared"] };
 * const contract = await loadContract("api/openapi.yaml", options);
 * ```
 */
export interface LoadOptions {
  /**
   * Folders that `$ref`s may lead to, besides the folder of the document and those below it. Paths are relative to the
   * working directory. @default []
   */
  readonly allowRef?: readonly string[];
}

/**
 * Reads an OpenAPI document from disk, with every file that its `$ref`s lead to, and creates a contract whose
 * findings name file and line.
 *
 * @param file path or file URL of the first file, YAML or JSON
 * @throws ContractError when a file cannot be read, when a `$ref` leads to a file that is not allowed, or when the
 * document cannot be used
 *
 * @example
 * ```ts
 * import { loadContract } from "@ittybit/contract/load";
 *
 * const contract = await loadContract("openapi.yaml", { strict: true });
 * console.log(contract.operations.map(({ operationId }) => operationId));
 * ```
 */
export async function loadContract(
  file: string | URL,
  options: Omit<CreateOptions, "locate"> & LoadOptions = {},
): Promise<Contract> {
  const { document, locate } = await loadDocument(file, options);
  return createContract(document, { ...options, locate });
}

/**
 * Reads a document and joins its files. Paths in messages are relative to the working directory.
 *
 * @throws ContractError when a file cannot be read, or when a `$ref` leads to a file that is not allowed
 *
 * @example
 * ```ts
 * import { createContract } from "@ittybit/contract/create";
 * import { loadDocument } from "@ittybit/contract/load";
 *
 * const { document, locate } = await loadDocument("openapi.yaml");
 * const contract = createContract(document, { locate });
 * ```
 */
export async function loadDocument(
  file: string | URL,
  { allowRef = [] }: LoadOptions = {},
): Promise<{
  readonly document: Record<string, unknown>;
  readonly locate: NonNullable<CreateOptions["locate"]>;
}> {
  const entry = resolve(file instanceof URL ? fileURLToPath(file) : file);
  const files = new Map<string, SourceFile>();
  const folders = await allowedFolders([dirname(entry), ...allowRef]);
  files.set(entry, parseSource(displayPath(entry), await readEntry(entry)));
  const open = referencesOf(entry, files);
  for (let next = open.pop(); next; next = open.pop()) {
    if (files.has(next.path)) continue;
    files.set(next.path, parseSource(displayPath(next.path), await readReferenced(next, folders, files)));
    open.push(...referencesOf(next.path, files));
  }
  return { document: joinFiles(files, entry), locate: locateInFiles(files, entry) };
}

/** A `$ref` to another file. */
interface FileReference {
  /** Absolute path of the file that it leads to. */
  readonly path: string;
  readonly from: string;
  /** Pointer of the `$ref` in the file `from`. */
  readonly pointer: string;
}

function referencesOf(from: string, files: ReadonlyMap<string, SourceFile>): FileReference[] {
  const references = files.get(from)?.references ?? [];
  return references.map(({ pointer, file }) => ({ path: resolve(dirname(from), file), from, pointer }));
}

/** The folders as they are named, and where they really are. */
async function allowedFolders(named: readonly string[]): Promise<string[]> {
  const folders = named.map((folder) => resolve(folder));
  const real = await Promise.all(folders.map((folder) => realpath(folder).catch(() => folder)));
  return [...folders, ...real];
}

/** The caller names the first file, so that it may be a pipe. */
async function readEntry(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new ContractError(readProblem(path, error), { pointer: "" }, "Correct the path.", error);
  }
}

/** Refuses what the document has no business with before it is opened: another folder, a device, a pipe. */
async function readReferenced(
  { path, from, pointer }: FileReference,
  folders: readonly string[],
  files: ReadonlyMap<string, SourceFile>,
): Promise<string> {
  const shown = displayPath(path);
  const fail = (problem: string, fix: string, cause?: unknown) => {
    const source = files.get(from);
    const line = source?.line(parsePointer(pointer)) ?? null;
    return new ContractError(problem, { pointer, file: source?.name ?? null, line }, fix, cause);
  };
  const assertAllowed = (target: string) => {
    if (folders.some((folder) => isInside(folder, target))) return;
    const problem = `this $ref leads to ${shown}, outside the folder of the document`;
    throw fail(problem, "Allow the folder with --allow-ref DIR, or move the file.");
  };
  assertAllowed(path);
  if (files.size >= MAX_FILES) throw fail(`the document has more than ${MAX_FILES} files`, "Bundle it.");
  try {
    const real = await realpath(path);
    assertAllowed(real);
    const { size, isRegular } = await stat(real).then((it) => ({ size: it.size, isRegular: it.isFile() }));
    if (!isRegular) throw fail(`${shown} is not a regular file`, "Correct the $ref.");
    if (size > MAX_FILE_BYTES) throw fail(`${shown} is larger than ${MAX_FILE_MIB} MiB`, "Split the file.");
    return await readFile(real, "utf8");
  } catch (error) {
    if (error instanceof ContractError) throw error;
    throw fail(readProblem(path, error), "Correct the path.", error);
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function readProblem(path: string, error: unknown): string {
  const { code } = error as { code?: string };
  if (code === "ENOENT") return `${displayPath(path)} does not exist`;
  return `${displayPath(path)} cannot be read (${code})`;
}

function displayPath(path: string): string {
  return relative(process.cwd(), path).replaceAll("\\", "/") || path;
}
