import type { components } from "./client.ts";
import { API_URL, type Consumer, journey } from "./journey.ts";

type Schemas = components["schemas"];

/** The types alone: the request, and the host of each, are the caller's. */
function connect(apiKey: string, baseUrl = API_URL): Consumer {
  async function call<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await fetch(baseUrl + path, { ...init, headers: { authorization: `Bearer ${apiKey}` } });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
  async function create(field: keyof Schemas["MediaCreate"] & string, value: string | File): Promise<string> {
    const body = new FormData();
    body.append(field, value);
    return (await call<Schemas["MediaResponse"]>("/media", { method: "POST", body })).data.id;
  }
  const update = (id: string, form: Record<string, string>) =>
    call<Schemas["MediaResponse"]>(`/media/${id}`, { method: "PATCH", body: new URLSearchParams(form) });
  return {
    list: async ({ limit, page = 1 }) => {
      const list = await call<Schemas["MediaListResponse"]>(`/media?limit=${limit}&page=${page}`);
      return list.data.map(({ id }) => id);
    },
    upload: (file) => create("file", file),
    ingest: (url) => create("url", url),
    rename: (id, title) => update(id, { title }),
    label: (id, metadata) =>
      update(
        id,
        Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`metadata[${name}]`, value])),
      ),
    remove: (id) => call(`/media/${id}`, { method: "DELETE" }),
  };
}

await journey(connect);
