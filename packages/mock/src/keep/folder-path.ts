import { fileURLToPath } from "node:url";

/** The path of a folder that is named by its path or by a `file:` URL. */
export function folderPath(folder: string | URL): string {
  return folder instanceof URL ? fileURLToPath(folder) : folder;
}
