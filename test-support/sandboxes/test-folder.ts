import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty folder of a test's own. */
export interface TestFolder {
  /** Path of a file in it, whether it is there or not. */
  at(name: string): string;
  /** Writes a file, and returns its path. */
  file(name: string, content: string): Promise<string>;
  remove(): Promise<void>;
}

export async function openTestFolder(): Promise<TestFolder> {
  const folder = await mkdtemp(join(tmpdir(), "test-"));
  const at = (name: string) => join(folder, name);
  return {
    at,
    file: async (name, content) => {
      await writeFile(at(name), content);
      return at(name);
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
