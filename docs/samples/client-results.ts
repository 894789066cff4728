import { createClient } from "@ittybit/client";

const ittybit = createClient({ apiKey: "test", baseUrl: process.env.ITTYBIT_BASE_URL });

const result = await ittybit.media.get("vJ3kq9ZtWm2d", {
  timeout: 10_000,
  signal: AbortSignal.timeout(30_000),
});

if (result.ok) console.log(result.data.title, result.meta.id);
else if (result.status === null) console.error("no response:", result.error.name, result.error.cause);
else if (result.status === 404) console.error("no such media, request", result.requestId);
else console.error(result.error.code, result.error.details);

// Or let failures throw:
const { data } = await ittybit.media.update("vJ3kq9ZtWm2d", { title: "Harbour at noon" }).orThrow();
console.log(data.title);
