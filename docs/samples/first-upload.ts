import { createClient } from "@ittybit/client";

const ittybit = createClient({
  apiKey: process.env.ITTYBIT_API_KEY ?? "test",
  version: "2024-03-21",
  baseUrl: "http://127.0.0.1:4010", // leave it out for the live API
});

const added = await ittybit.videos.create({
  file: { path: "test/fixtures/media/video.mp4" },
  title: "Harbour at dawn",
});

if (added.ok) console.log(added.data.id, added.data.status);
else console.error(added.error.message);

for await (const { id, title } of ittybit.media.list({ limit: 250 })) console.log(id, title);
