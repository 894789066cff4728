import { Api } from "./client.ts";
import { API_URL, type Consumer, journey } from "./journey.ts";

function connect(apiKey: string, baseUrl = API_URL): Consumer {
  const headers = { authorization: `Bearer ${apiKey}` };
  const { media } = new Api({ baseUrl, baseApiParams: { headers } });
  return {
    list: async (query) => (await media.listMedia(query)).data.data.map(({ id }) => id),
    upload: async (file) => (await media.createMedia({ file })).data.data.id,
    ingest: async (url) => (await media.createMedia({ url })).data.data.id,
    rename: (id, title) => media.updateMedia(id, { title }),
    label: (id, metadata) => media.updateMedia(id, { metadata }),
    byRecipe: {
      rename: (id, title) => media.updateMedia(id, { title }),
      label: (id, metadata) => media.updateMedia(id, fields(metadata)),
    },
    remove: (id) => media.deleteMedia(id),
  };
}

/** The client sends each property as a field of its name, so the name says the key. */
const fields = (metadata: Record<string, string>) =>
  Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`metadata[${name}]`, value]));

await journey(connect);
