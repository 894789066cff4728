import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Where the steps of a workflow find the video that they upload, in this repository. */
const OWN_VIDEO = "../../test/fixtures/media/";

/**
 * The Arazzo documents of spec/, by file name.
 *
 * @param root the repository
 */
export async function readWorkflows(root: string): Promise<Map<string, string>> {
  const folder = join(root, "spec/workflows");
  const names = (await readdir(folder)).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const)),
  );
}

/** An Arazzo document for a folder of the reader's own, which has a file `video.mp4`. */
export function publishedWorkflow(text: string): string {
  return text.replaceAll(OWN_VIDEO, "./");
}
