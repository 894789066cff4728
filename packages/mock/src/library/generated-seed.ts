import type { Media, MediaSummary } from "@ittybit/openapi/types";
import { createIdGenerator, seededRandom } from "./ids.js";
import type { ProcessedFile } from "./media-lifecycle.js";
import { seedMedia } from "./seed.js";

const SUBJECTS = [
  "Harbour",
  "Lighthouse",
  "Ferry",
  "Tide pools",
  "Market",
  "Night train",
  "Old town",
  "Cliffs",
];
const MOMENTS = ["at dawn", "at noon", "at dusk", "in the rain", "in the fog", "from above", "in winter"];
const KINDS = [
  ["video", "mp4"],
  ["image", "jpg"],
  ["video", "mov"],
  ["image", "png"],
  ["audio", "mp3"],
] as const;

/** Fewest and most bytes of a second, or of an image. */
const BYTES = { video: [100_000, 1_000_000], image: [0, 8_000_000], audio: [8000, 40_000] } as const;

/** Room for a video of a moment. */
const MIN_BYTES = 100_000;

/** The newest of the generated media. */
const NEWEST = Date.parse("2024-03-20T12:00:00Z");
const HOUR_MS = 3_600_000;

/** Plausible media, an hour apart, the oldest first. The same every time. */
export function generateSeed(count: number, fileFor: (media: MediaSummary) => ProcessedFile): Media[] {
  const random = seededRandom(count);
  const createId = createIdGenerator(random);
  return Array.from({ length: count }, (_, index) => {
    const [kind, extension] = KINDS[index % KINDS.length] ?? KINDS[0];
    const title = `${pick(SUBJECTS, random)} ${pick(MOMENTS, random)}`;
    const created = new Date(NEWEST - (count - 1 - index) * HOUR_MS).toISOString();
    const hasPicture = kind !== "audio";
    const duration = kind === "image" ? null : Math.round(random() * 60_000) / 100;
    const [fewest, most] = BYTES[kind];
    const summary: MediaSummary = {
      id: createId(kind),
      kind,
      created,
      updated: created,
      filesize: Math.round((fewest + random() * (most - fewest)) * (duration ?? 1)) + MIN_BYTES,
      title,
      filename: `${title.toLowerCase().replaceAll(" ", "-")}.${extension}`,
      status: "complete",
      width: hasPicture ? 1920 : null,
      height: hasPicture ? 1080 : null,
      duration,
      metadata: {},
      deleted: null,
    };
    return seedMedia(summary, fileFor);
  });
}

function pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item;
}
