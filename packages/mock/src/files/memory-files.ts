/** Uploaded files of mocks in a browser, by path, each in the pieces that came. The browser may move them to its disk. */
export const memoryFiles = new Map<string, readonly Blob[]>();

/** A file of a mock in a browser; undefined if there is none. */
export function memoryFile(path: string): Blob | undefined {
  const pieces = memoryFiles.get(path);
  return pieces && new Blob([...pieces]);
}
