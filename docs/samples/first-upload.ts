import { createClient } from "@ittybit/client";

const ittybit = createClient({
  apiKey: process.env.ITTYBIT_API_KEY ?? "test",
  version: "2024-03-21",
  baseUrl: "http://127.0.0.1:4010", // omit it to use the live API
});

const created = await ittybit.videos.create({
  file: { path: "test/fixtures/media/video.mp4" },
  title: "Harbour at dawn",
});

if (created.ok) console.log(created.data.id, created.data.status);
else console.error(created.error.message);

for await (const { id, title } of ittybit.media.list({ limit: 250 })) console.log(id, title);
