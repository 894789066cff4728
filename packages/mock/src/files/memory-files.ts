/** Uploaded files of mocks in a browser, by path. The browser may move them to its disk. */
export const memoryFiles = new Map<string, Blob>();
