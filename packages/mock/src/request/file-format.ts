import type { Part } from "@ittybit/contract";

type Signature = readonly [mediaTypes: readonly string[], matches: (head: Buffer) => boolean];

/**
 * First bytes of common media formats, the more specific first. A container that holds video or audio has both media
 * types: the first bytes do not tell them apart.
 */
const SIGNATURES: readonly Signature[] = [
  [["image/jpeg"], (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  [["image/png"], (head) => head.subarray(1, 4).toString("latin1") === "PNG"],
  [["image/gif"], (head) => head.subarray(0, 4).toString("latin1") === "GIF8"],
  [["image/webp"], (head) => riff(head) === "WEBP"],
  [["audio/wav"], (head) => riff(head) === "WAVE"],
  [["image/heic"], (head) => /^(heic|heix|hevc|mif1|msf1)/.test(brand(head))],
  [["audio/mp4"], (head) => /^M4[AB]/.test(brand(head))],
  [["video/quicktime"], (head) => brand(head).startsWith("qt") || /^(moov|wide|mdat)$/.test(box(head))],
  [["video/mp4", "audio/mp4"], (head) => box(head) === "ftyp"],
  [["video/webm", "audio/webm"], (head) => isEbml(head) && head.includes("webm")],
  [["video/x-matroska", "audio/x-matroska"], isEbml],
  [["audio/mpeg"], (head) => head.subarray(0, 3).toString("latin1") === "ID3" || isMpegFrame(head)],
  [["audio/ogg", "video/ogg"], (head) => head.subarray(0, 4).toString("latin1") === "OggS"],
  [["audio/flac"], (head) => head.subarray(0, 4).toString("latin1") === "fLaC"],
  [["video/hevc"], (head) => /^(00000001|000001)(40|42|44|46)01/.test(head.toString("hex"))],
];

/** The media types that the first bytes of a file allow; empty for an unknown format. */
export function formatsOf(head: Uint8Array): readonly string[] {
  const bytes = Buffer.from(head);
  return SIGNATURES.find(([, matches]) => matches(bytes))?.[0] ?? [];
}

/** `video`, `image` or `audio`: by the first bytes of a file, else by its declared media type. */
export function kindOf({ head, contentType }: Pick<Part, "head" | "contentType">): string | null {
  const declared = topLevelType(contentType ?? "");
  const detected = formatsOf(head).map(topLevelType);
  if (detected.length === 0 || detected.includes(declared)) return declared;
  return detected[0] ?? null;
}

/** Whether one of the formats is among the accepted media types and ranges. */
export function isAcceptedFormat(formats: readonly string[], accepted: readonly string[]): boolean {
  return formats.some((format) =>
    [format, format.replace(/\/.*/, "/*"), "*/*"].some((range) => accepted.includes(range)),
  );
}

function topLevelType(mediaType: string): string | null {
  return /^(video|image|audio)\//i.exec(mediaType)?.[1]?.toLowerCase() ?? null;
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
