/** One page of each template; they are checked in the first two appearances, which differ in everything. */
export const templates = [
  "index.html",
  "guides/uploading.html",
  "operations/createMedia.html",
  "schemas/Media.html",
];

/** The pages to look at in one appearance. */
export interface Visit {
  /** Pages that are loaded as a whole: one at least, and of all visits together each template. */
  readonly loaded: readonly string[];
  /** Pages that are reached from these as by a link, which costs half. */
  readonly linked: readonly string[];
}

/** What is looked at in each of the appearances, in their order. */
export const visits: readonly Visit[] = [
  {
    loaded: templates.slice(0, 2),
    linked: [...templates.slice(2), "downloads.html", "operations/index.html", "schemas/index.html"],
  },
  {
    loaded: templates.slice(2),
    linked: [
      ...templates.slice(0, 2),
      ...["changelog.html", "inferred.html", "operations/listMedia.html", "schemas/ErrorCode.html"],
    ],
  },
  {
    loaded: ["404.html"],
    linked: ["concepts.html", "guides/client.html", "operations/deleteMedia.html", "workflows.html"],
  },
  {
    loaded: ["contents.html"],
    linked: ["guides/quick-start.html", "qa/check.html", "client/reference/index.html"],
  },
];
