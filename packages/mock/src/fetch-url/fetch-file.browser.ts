/** @throws Error because a page may not read files of other origins */
export async function fetchFile(): Promise<never> {
  throw new Error("a mock in a browser fetches no files");
}
