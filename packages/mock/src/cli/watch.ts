import { watch } from "node:fs";
import { dirname } from "node:path";

/** Changes within this time of each other count as one. */
const DEBOUNCE_MS = 50;

/**
 * Calls back after each change of a file in the folder of a document, or below it.
 *
 * @returns a function that stops watching
 * @throws if the folder does not exist
 */
export function watchFolder(file: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(dirname(file), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, DEBOUNCE_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
