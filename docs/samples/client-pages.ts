import { createClient, isKnownKind } from "@ittybit/client";

const ittybit = createClient({ apiKey: "test", baseUrl: process.env.ITTYBIT_BASE_URL });

// Every item of every page, each requested when it is needed.
for await (const item of ittybit.media.list({ limit: 250, orderBy: "filesize" })) {
  console.log(item.id, isKnownKind(item.kind) ? item.kind : "something new", item.filesize);
  if (item.filesize < 1_000_000) break;
}

// Page by page. Save links.next to continue from there later, with { from: link }.
for await (const { data, meta, links } of ittybit.videos.list().pages()) {
  console.log(`page ${meta.page} of ${meta.pages}:`, data.length, links.next);
}
