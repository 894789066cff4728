/** A kind of fact that is either stated by the public reference or marked with `x-inferred`. */
export type FactKind = "operation" | "parameter" | "header" | "response" | "property";

/**
 * The names that the public reference states, with the section that states them. The reference of mid-2024 does not
 * change, so neither does this list: every other operation, parameter, header, response and property needs a mark.
 */
export const DOCUMENTED_FACTS: Readonly<Record<FactKind, Readonly<Record<string, string>>>> = {
  operation: {
    listMedia: "List Media",
    createMedia: "Create Media",
    getMedia: "Get Media",
    deleteMedia: "Delete Media",
    listVideos: "List Videos",
    createVideo: "Videos",
    listImages: "List Images",
    createImage: "Images",
    listAudio: "List Audio",
    createAudio: "Audio",
  },
  parameter: {
    id: "Get Media",
    limit: "List Media",
    orderBy: "List Media",
    order: "List Media",
    "Ittybit-Version": "Versioning",
  },
  header: {},
  /** By operationId and status. */
  response: {
    "listMedia 200": "List Media",
    "listVideos 200": "List Videos",
    "listImages 200": "List Images",
    "listAudio 200": "List Audio",
    "getMedia 200": "Get Media",
    "createMedia 413": "Create Media",
  },
  property: {
    meta: "Responses",
    data: "Responses",
    links: "Responses",
    error: "Responses",
    id: "Media",
    kind: "Media",
    created: "List Media",
    updated: "List Media",
    filesize: "List Media",
    urls: "Get Media",
    preview: "Get Media",
    poster: "Get Media",
    playback: "Get Media",
    sources: "Get Media",
    file: "Create Media",
    url: "Create Media",
  },
};
