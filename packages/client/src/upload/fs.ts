import { InputError } from "../errors.js";
import type { OpenableFile } from "./body.js";

type FileSystem = typeof import("node:fs");
type Process = { getBuiltinModule?: (name: "node:fs") => FileSystem };

/** The last segment of a path or of a `file:` URL. */
export function baseName(path: { toString(): string }): string | undefined {
  const name = String(path).split(/[\\/]/).pop();
  return path instanceof URL ? decodeURIComponent(name ?? "") : name;
}

/**
 * Opens a file of Node, Bun or Deno. A bundler for browsers never sees an import of the file system.
 *
 * @throws InputError when there is no file system, or no such file in it.
 */
export async function openPath(field: string, path: string | URL): Promise<OpenableFile> {
  const { process } = globalThis as { process?: Process };
  const fs = process?.getBuiltinModule?.("node:fs");
  if (!fs) throw new InputError(field, "cannot be a path here: there is no file system");
  const stats = await fs.promises.stat(path).catch((cause) => {
    throw new InputError(field, `cannot read ${path}`, { cause });
  });
  if (!stats.isFile()) throw new InputError(field, `${path} is not a file`);
  return {
    size: stats.size,
    filename: baseName(path),
    replayable: true,
    open: () => fs.createReadStream(path),
  };
}
