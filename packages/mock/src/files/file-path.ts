/** Path below which the mock serves the files of its library: `/__mock/files/{media id}/{file name}`. */
export const FILES_PATH = "/__mock/files";
