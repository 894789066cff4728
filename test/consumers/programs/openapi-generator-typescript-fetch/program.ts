import { Configuration, MediaApi } from "./client/index.ts";
import { API_URL, type Consumer, journey } from "./journey.ts";

function connect(accessToken: string, basePath = API_URL): Consumer {
  const media = new MediaApi(new Configuration({ basePath, accessToken }));
  return {
    list: async (query) => (await media.listMedia(query)).data.map(({ id }) => id),
    upload: async (file) => (await media.createMedia({ file })).data.id,
    ingest: async (url) => (await media.createMedia({ url })).data.id,
    rename: (id, title) => media.updateMedia({ id, title }),
    label: (id, metadata) => media.updateMedia({ id, metadata }),
    byRecipe: {
      rename: (id, title) => media.updateMedia({ id, title }),
      label: (id, metadata) => media.updateMedia({ id }, { method: "PATCH", body: fields(metadata) }),
    },
    remove: (id) => media.deleteMedia({ id }),
  };
}

/** The last argument of each method replaces parts of the request: here its body. */
const fields = (metadata: Record<string, string>) =>
  new URLSearchParams(Object.entries(metadata).map(([name, value]) => [`metadata[${name}]`, value]));

await journey(connect);
