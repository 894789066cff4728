import { openAsBlob } from "node:fs";
import { createClient } from "@ittybit/client";

const ittybit = createClient({
  apiKey: process.env.ITTYBIT_API_KEY ?? "test",
  version: "2024-03-21",
  baseUrl: "http://127.0.0.1:4010", // leave it out for the live API
});

const file = await openAsBlob("test/fixtures/media/video.mp4", { type: "video/mp4" });
const { data, error } = await ittybit.POST("/media", { body: { file, title: "Harbour at dawn" } });

if (error) console.error(error.error.code, error.error.message);
else console.log(data.data.id, data.data.status);
