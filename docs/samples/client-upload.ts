import { createClient } from "@ittybit/client";

const ittybit = createClient({
  apiKey: process.env.ITTYBIT_API_KEY ?? "test",
  version: "2024-03-21",
  baseUrl: process.env.ITTYBIT_BASE_URL, // a mock; left out, the live API
});

const result = await ittybit.videos.create(
  { file: { path: "test/fixtures/media/video.mp4" }, title: "Harbour at dawn", metadata: { album: "sea" } },
  { onProgress: ({ loaded, total }) => loaded === total && console.log(`sent ${loaded} bytes`) },
);

if (result.ok) console.log(result.data.id, result.data.status);
else console.error(result.error.message);
