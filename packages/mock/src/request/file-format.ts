import type { Part } from "@ittybit/contract";

type Signature = readonly [mediaType: string, matches: (head: Buffer) => boolean];

/** First bytes of common media formats, the more specific first. */
const SIGNATURES: readonly Signature[] = [
  ["image/jpeg", (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ["image/png", (head) => head.subarray(1, 4).toString("latin1") === "PNG"],
  ["image/gif", (head) => head.subarray(0, 4).toString("latin1") === "GIF8"],
  ["image/webp", (head) => riff(head) === "WEBP"],
  ["audio/wav", (head) => riff(head) === "WAVE"],
  ["image/heic", (head) => /^(heic|heix|hevc|mif1|msf1)/.test(brand(head))],
  ["audio/mp4", (head) => /^M4[AB]/.test(brand(head))],
  ["video/quicktime", (head) => brand(head).startsWith("qt") || /^(moov|wide|mdat)$/.test(box(head))],
  ["video/mp4", (head) => box(head) === "ftyp"],
  ["video/webm", (head) => isEbml(head) && head.includes("webm")],
  ["video/x-matroska", isEbml],
  ["audio/mpeg", (head) => head.subarray(0, 3).toString("latin1") === "ID3" || isMpegFrame(head)],
  ["audio/ogg", (head) => head.subarray(0, 4).toString("latin1") === "OggS"],
  ["audio/flac", (head) => head.subarray(0, 4).toString("latin1") === "fLaC"],
  ["video/hevc", (head) => /^(00000001|000001)(40|42|44|46)01/.test(head.toString("hex"))],
];

/** The media type that the first bytes of a file indicate; null for an unknown format. */
function formatOf(head: Uint8Array): string | null {
  const bytes = Buffer.from(head);
  return SIGNATURES.find(([, matches]) => matches(bytes))?.[0] ?? null;
}

/** `video`, `image` or `audio`: by the first bytes of a file, else by its declared media type. */
export function kindOf({ head, contentType }: Pick<Part, "head" | "contentType">): string | null {
  const type = formatOf(head) ?? contentType ?? "";
  return /^(video|image|audio)\//i.exec(type)?.[1]?.toLowerCase() ?? null;
}

/** Whether the first bytes of a file indicate one of the accepted media types or ranges. */
export function hasAcceptedFormat({ head }: Pick<Part, "head">, accepted: readonly string[]): boolean {
  const format = formatOf(head);
  if (format === null) return false;
  return (
    accepted.includes(format) || accepted.includes(format.replace(/\/.*/, "/*")) || accepted.includes("*/*")
  );
}

function box(head: Buffer): string {
  return head.subarray(4, 8).toString("latin1");
}

/** Major brand of an ISO base media file. */
function brand(head: Buffer): string {
  return box(head) === "ftyp" ? head.subarray(8, 12).toString("latin1") : "";
}

function riff(head: Buffer): string {
  return head.subarray(0, 4).toString("latin1") === "RIFF" ? head.subarray(8, 12).toString("latin1") : "";
}

function isEbml(head: Buffer): boolean {
  return head.subarray(0, 4).toString("hex") === "1a45dfa3";
}

function isMpegFrame(head: Buffer): boolean {
  return head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2;
}
