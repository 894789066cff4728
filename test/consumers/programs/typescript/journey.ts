import { readFile } from "node:fs/promises";

interface Updates {
  rename(id: string, title: string): Promise<unknown>;
  label(id: string, metadata: Record<string, string>): Promise<unknown>;
}

/** A client of one tool, on one host. Each method throws what the client throws. */
export interface Consumer extends Updates {
  /** @returns the ids of a page of /media */
  list(query: { limit: number; page?: number }): Promise<string[]>;
  /** @returns the id of the new Media */
  upload(file: File): Promise<string>;
  ingest(url: string): Promise<string>;
  /** A way around a client that cannot send a form, or a map in it. */
  readonly byRecipe?: Updates;
  remove(id: string): Promise<unknown>;
}

export const { API_URL = "" } = process.env;
const { UPLOADS_URL = "", API_KEY = "", FILE = "", INGEST_URL = "" } = process.env;
const { TITLE = "", LABEL = "{}", PAGE_SIZE = "2" } = process.env;

/** Takes every step with the client that `connect` makes. `baseUrl` is undefined for the one that the client knows. */
export async function journey(connect: (apiKey: string, baseUrl?: string) => Consumer): Promise<void> {
  const consumer = connect(API_KEY);
  const limit = Number(PAGE_SIZE);
  const seen = (await consumer.list({ limit: 5 }).catch(() => [])) as string[];
  await take("list", async () => ({ ids: await consumer.list({ limit }) }));
  await take("page", async () => ({ ids: await consumer.list({ limit, page: 2 }) }));
  const file = new File([await readFile(FILE)], "image.png", { type: "image/png" });
  await take("upload", () => onEitherHost((each) => each.upload(file)));
  await take("ingest", () => onEitherHost((each) => each.ingest(INGEST_URL)));
  const label = JSON.parse(LABEL);
  await take("rename", () => updated(seen[0], (client, id) => client.rename(id, TITLE)));
  await take("metadata", () => updated(seen[1], (client, id) => client.label(id, label)));
  await take("delete", async () => changed(seen[2], (id) => consumer.remove(id)));

  /** First as the client comes, then with the uploads host given to it. */
  async function onEitherHost(create: (consumer: Consumer) => Promise<string>) {
    try {
      return { ids: [await create(consumer)] };
    } catch {
      return { ids: [await create(connect(API_KEY, UPLOADS_URL))], recipe: true };
    }
  }

  /** First with the generated method, then the way that the notes on the tool describe. */
  async function updated(id: string | undefined, update: (client: Updates, id: string) => Promise<unknown>) {
    try {
      return await changed(id, (each) => update(consumer, each));
    } catch (error) {
      const { byRecipe } = consumer;
      if (byRecipe === undefined) throw error;
      return { ...(await changed(id, (each) => update(byRecipe, each))), recipe: true };
    }
  }
}

async function changed(id: string | undefined, change: (id: string) => unknown) {
  if (id === undefined) throw new Error("nothing was listed");
  await change(id);
  return { ids: [id] };
}

async function take(
  step: string,
  run: () => Promise<{ ids: (string | undefined)[]; recipe?: boolean }>,
): Promise<void> {
  const said = await run().catch((error) => ({ ids: [], error: describe(error) }));
  process.stdout.write(`${JSON.stringify({ step, ...said })}\n`);
}

function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : (JSON.stringify(error) ?? String(error));
  return text.slice(0, 300);
}
