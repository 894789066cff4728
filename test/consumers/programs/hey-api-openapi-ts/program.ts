import { createClient } from "./client/client/index.ts";
import { createMedia, deleteMedia, listMedia, updateMedia } from "./client/sdk.gen.ts";
import { API_URL, type Consumer, journey } from "./journey.ts";

function connect(apiKey: string, baseUrl = API_URL): Consumer {
  const client = createClient({ baseUrl, auth: apiKey, throwOnError: true });
  const options = { client, throwOnError: true } as const;
  const create = async (body: Parameters<typeof createMedia>[0]["body"]) =>
    (await createMedia({ ...options, body })).data.data.id;
  const update = (id: string, body: Parameters<typeof updateMedia>[0]["body"]) =>
    updateMedia({ ...options, path: { id }, body });
  return {
    list: async (query) => (await listMedia({ ...options, query })).data.data.map(({ id }) => id),
    upload: (file) => create({ file }),
    ingest: (url) => create({ url }),
    rename: (id, title) => update(id, { title }),
    label: (id, metadata) => update(id, { metadata }),
    byRecipe: {
      rename: (id, title) => update(id, { title }),
      label: (id, metadata) =>
        updateMedia({ ...options, path: { id }, body: { metadata }, bodySerializer: form }),
    },
    remove: (id) => deleteMedia({ ...options, path: { id } }),
  };
}

/** Replaces the serializer of the client: a map becomes a field for each of its keys. */
function form(body: unknown): URLSearchParams {
  const { metadata = {} } = body as { metadata?: Record<string, string> };
  return new URLSearchParams(Object.entries(metadata).map(([name, value]) => [`metadata[${name}]`, value]));
}

await journey(connect);
