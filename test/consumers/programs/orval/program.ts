import { createMedia, deleteMedia, listMedia, updateMedia } from "./client.ts";
import { API_URL, type Consumer, journey } from "./journey.ts";

const plainFetch = globalThis.fetch;

/** The functions ask for a path alone; what calls them says where it leads. */
function connect(apiKey: string, baseUrl = API_URL): Consumer {
  const options = { headers: { authorization: `Bearer ${apiKey}` } };
  async function send<T extends { status: number; data: unknown }>(run: () => Promise<T>) {
    globalThis.fetch = (path, init) => plainFetch(`${baseUrl}${path}`, init);
    const response = await run();
    if (response.status >= 400) throw response.data;
    return response as Extract<T, { status: 200 | 201 }>;
  }
  return {
    list: async (query) => (await send(() => listMedia(query, options))).data.data.map(({ id }) => id),
    upload: async (file) => (await send(() => createMedia({ file }, options))).data.data.id,
    ingest: async (url) => (await send(() => createMedia({ url }, options))).data.data.id,
    rename: (id, title) => send(() => updateMedia(id, { title }, options)),
    label: (id, metadata) => send(() => updateMedia(id, { metadata }, options)),
    remove: (id) => send(() => deleteMedia(id, options)),
  };
}

await journey(connect);
