// @ts-nocheck: it imports what a build writes
// Times small GETs through the client and through bare fetch, by turns in one process. Prints medians in ms.
import { createClient } from "../../packages/client/dist/index.js";

const [url] = process.argv.slice(2);
const client = createClient({ apiKey: "key", version: "2024-03-21", baseUrl: url });
const headers = { authorization: "Bearer key", "ittybit-version": "2024-03-21" };
const ways = {
  fetch: async () => (await fetch(`${url}/media?limit=10`, { headers })).json(),
  client: () => client.media.list({ limit: 10 }),
};
const times = { fetch: [], client: [] };
for (let round = -300; round < 3000; round++) {
  for (const way of round % 2 ? ["fetch", "client"] : ["client", "fetch"]) {
    const started = performance.now();
    await ways[way]();
    if (round >= 0) times[way].push(performance.now() - started);
  }
}
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
process.stdout.write(JSON.stringify({ fetch: median(times.fetch), client: median(times.client) }));
