import type { Exchange } from "@ittybit/contract";

const json = [["Content-Type", "application/json"]] as const;

function exchange(method: string, path: string, status: number, value?: unknown): Exchange {
  return {
    request: {
      method,
      url: `https://api.library.example${path}`,
      headers: [["Authorization", "Bearer s3cr3t-key-of-the-library"]],
      body: null,
    },
    response: {
      status,
      headers: value === undefined ? [] : [...json],
      body: value === undefined ? null : Buffer.from(JSON.stringify(value)),
    },
  };
}

function notRecorded({ request, response }: Exchange): Exchange {
  return { request, response: { ...response, body: undefined } };
}

const novel = { id: "1", title: "Harbour", kind: "novel", pages: 210 };

/**
 * Traffic for `fixtures/golden-contract.yaml` with a finding of each category: golden reports do not change when the
 * Ittybit contract does.
 */
export const goldenTraffic: readonly Exchange[] = [
  exchange("GET", "/books?limit=2", 200, { data: [novel, { ...novel, pages: null }] }),
  exchange("GET", "/books/1", 200, { ...novel, title: undefined }),
  exchange("GET", "/books/2", 200, { ...novel, title: 7 }),
  exchange("GET", "/books/3", 200, { ...novel, pages: 0 }),
  exchange("GET", "/books/4", 200, { ...novel, kind: "poem" }),
  exchange("GET", "/books/5", 200, { ...novel, isbn: "978-0" }),
  exchange("GET", "/books/5", 200, { ...novel, isbn: "978-1" }),
  exchange("GET", "/books/6", 500, { error: "down" }),
  exchange("GET", "/books/7", 404),
  exchange("GET", "/shelves", 200, {}),
  notRecorded(exchange("GET", "/books/8", 200, novel)),
  {
    request: { method: "GET", url: "https://cdn.example/cover.png", headers: [], body: null },
    response: { status: 200, headers: [], body: null },
  },
];
