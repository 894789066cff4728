import { createMedia } from "./client/clients/createMedia.ts";
import { deleteMedia } from "./client/clients/deleteMedia.ts";
import { listMedia } from "./client/clients/listMedia.ts";
import { updateMedia } from "./client/clients/updateMedia.ts";
import { API_URL, type Consumer, journey } from "./journey.ts";

type Update = Parameters<typeof updateMedia>[1];

function connect(apiKey: string, baseURL = API_URL): Consumer {
  const headers = { authorization: `Bearer ${apiKey}` };
  const options = { baseURL, headers };
  const update = (id: string, data: Update) => updateMedia(id, data, {}, options).then(succeeded);
  const updateByForm = (id: string, data: Update) =>
    updateMedia(id, data, {}, { ...options, client: sendForm }).then(succeeded);
  return {
    list: async (query) => (await listMedia(query, {}, options).then(succeeded)).data.map(({ id }) => id),
    upload: async (file) => (await createMedia({ file }, {}, options).then(succeeded)).data.id,
    ingest: async (url) => (await createMedia({ url }, {}, options).then(succeeded)).data.id,
    rename: (id, title) => update(id, { title }),
    label: (id, metadata) => update(id, { metadata }),
    byRecipe: {
      rename: (id, title) => updateByForm(id, { title }),
      label: (id, metadata) => updateByForm(id, { metadata }),
    },
    remove: (id) => deleteMedia(id, {}, options).then(succeeded),
  };
}

type Send = NonNullable<NonNullable<Parameters<typeof updateMedia>[3]>["client"]>;

/** Takes the place of the client's own `fetch`, which sends every body but a `FormData` as JSON. */
const sendForm: Send = async ({ baseURL = "", url = "", method = "PATCH", headers, data }) => {
  const { metadata = {}, ...fields } = data as Update;
  const named = Object.entries(metadata).map(([name, value]) => [`metadata[${name}]`, value]);
  const body = new URLSearchParams([...Object.entries(fields), ...named] as [string, string][]);
  const response = await fetch(baseURL + url, { method, body, ...(headers && { headers }) });
  return {
    ...response,
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
    data: await response.json(),
  };
};

/** The functions return the body of an error as if it were the result. */
function succeeded<T extends object>(body: T): T {
  if ("error" in body) throw body.error;
  return body;
}

await journey(connect);
