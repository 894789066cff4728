import { createClient } from "@ittybit/client";
import { createTestFetch } from "@ittybit/client/testing";

const fetch = createTestFetch();
const ittybit = createClient({ apiKey: "test", fetch, retry: { base: 1 } });

fetch.fail("getMedia", 503, "network");
const result = await ittybit.media.get("vJ3kq9ZtWm2d");

console.log(result.status, fetch.requests.length);
