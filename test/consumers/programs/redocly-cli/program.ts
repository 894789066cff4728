import { createClient, OPERATIONS, type Ops } from "./client.ts";
import { API_URL, type Consumer, journey } from "./journey.ts";

function connect(apiKey: string, serverUrl = API_URL): Consumer {
  const client = createClient<Ops>(OPERATIONS, { serverUrl, auth: { bearer: apiKey } });
  return {
    list: async (query) => (await client.listMedia({ query })).data.map(({ id }) => id),
    upload: async (file) => (await client.createMedia({ body: form("file", file) })).data.id,
    ingest: async (url) => (await client.createMedia({ body: form("url", url) })).data.id,
    rename: (id, title) => client.updateMedia({ path: { id }, body: new URLSearchParams({ title }) }),
    label: (id, metadata) => client.updateMedia({ path: { id }, body: fields(metadata) }),
    remove: (id) => client.deleteMedia({ path: { id } }),
  };
}

/** The client takes each body as it is sent. */
const fields = (metadata: Record<string, string>) =>
  new URLSearchParams(Object.entries(metadata).map(([name, value]) => [`metadata[${name}]`, value]));

function form(name: string, value: string | File): FormData {
  const body = new FormData();
  body.append(name, value);
  return body;
}

await journey(connect);
