import { InputError } from "./errors.js";
import type { Opened } from "./file-source.js";

type FileSystem = typeof import("node:fs");
type Process = { getBuiltinModule?: (name: "node:fs") => FileSystem };

/**
 * A file on the disk of Node, Bun or Deno. A bundler for browsers never sees an import of it.
 *
 * @throws InputError when there is no disk, or no such file on it.
 */
export async function onDisk(field: string, path: string): Promise<Opened> {
  const { process } = globalThis as { process?: Process };
  const fs = process?.getBuiltinModule?.("node:fs");
  if (!fs) throw new InputError(field, "there is no disk to read a path from here");
  const found = await fs.promises.stat(path).catch((cause) => {
    throw new InputError(field, `cannot read ${path}`, { cause });
  });
  if (!found.isFile()) throw new InputError(field, `${path} is not a file`);
  return { size: found.size, path, again: true, open: () => fs.createReadStream(path) };
}
