/** A browser has no folders; to keep one there is an error anyway. */
export function folderPath(folder: string | URL): string {
  return String(folder);
}
