import { createClient } from "@ittybit/client";
import { createQueries } from "@ittybit/client/react";
import { preferenceFor } from "./preview-state";

/** The mock accepts any key. In production, let your own server add the key: `apiKey: null`, and its URL here. */
export const ittybit = createClient({
  apiKey: "test",
  baseUrl: import.meta.env.VITE_ITTYBIT_URL ?? "http://127.0.0.1:4010",
  retry: 1,
  onRequest: ({ method, url, headers }) => {
    const preference = preferenceFor(method, url);
    if (preference) headers.set("Prefer", preference);
  },
});

export const queries = createQueries(ittybit);

/** Key of every list: invalidate it after a change. */
export const LISTS = queries.infiniteList("media").queryKey.slice(0, 1);

/** Key of one Media. */
export const mediaKey = (id: string) =>
  queries.queryOptions("get", "/media/{id}", { params: { path: { id } } }).queryKey;
