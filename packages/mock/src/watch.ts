import { watch } from "node:fs";
import { dirname } from "node:path";

/** Changes that follow each other within so many milliseconds count as one. */
const settling = 50;

/**
 * Calls back after each change of any file in the folder of a document, below it too.
 *
 * @returns what stops the watching
 * @throws where there is no such folder
 */
export function watchFolder(file: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(dirname(file), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(changed, settling);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
