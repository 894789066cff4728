import type { Part } from "@ittybit/contract";

type Signature = readonly [mediaTypes: readonly string[], matches: (head: string) => boolean];

/**
 * First bytes of common media formats, one character for each byte, the more specific first. A container that holds video or audio has both media
 * types: the first bytes do not tell them apart.
 */
const SIGNATURES: readonly Signature[] = [
  [["image/jpeg"], (head) => head.startsWith("\xff\xd8\xff")],
  [["image/png"], (head) => head.startsWith("PNG", 1)],
  [["image/gif"], (head) => head.startsWith("GIF8")],
  [["image/webp"], (head) => riff(head) === "WEBP"],
  [["audio/wav"], (head) => riff(head) === "WAVE"],
  [["image/heic"], (head) => /^(heic|heix|hevc|mif1|msf1)/.test(brand(head))],
  [["audio/mp4"], (head) => /^M4[AB]/.test(brand(head))],
  [["video/quicktime"], (head) => brand(head).startsWith("qt") || /^(moov|wide|mdat)$/.test(box(head))],
  [["video/mp4", "audio/mp4"], (head) => box(head) === "ftyp"],
  [["video/webm", "audio/webm"], (head) => isEbml(head) && head.includes("webm")],
  [["video/x-matroska", "audio/x-matroska"], isEbml],
  [["audio/mpeg"], (head) => head.startsWith("ID3") || isMpegFrame(head)],
  [["audio/ogg", "video/ogg"], (head) => head.startsWith("OggS")],
  [["audio/flac"], (head) => head.startsWith("fLaC")],
  [["video/hevc"], isHevc],
];

/** The media types that the first bytes of a file allow; empty for an unknown format. */
export function formatsOf(head: Uint8Array): readonly string[] {
  const text = String.fromCharCode(...head);
  return SIGNATURES.find(([, matches]) => matches(text))?.[0] ?? [];
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

function box(head: string): string {
  return head.slice(4, 8);
}

/** Major brand of an ISO base media file. */
function brand(head: string): string {
  return box(head) === "ftyp" ? head.slice(8, 12) : "";
}

function riff(head: string): string {
  return head.startsWith("RIFF") ? head.slice(8, 12) : "";
}

function isEbml(head: string): boolean {
  return head.startsWith("\x1aE\xdf\xa3");
}

function isMpegFrame(head: string): boolean {
  return head.charCodeAt(0) === 0xff && (head.charCodeAt(1) & 0xe6) === 0xe2;
}

/** A start code, and the header of a parameter set or of an access unit delimiter (H.265, annex B). */
function isHevc(head: string): boolean {
  const start = head.indexOf("\0\0\x01");
  if (start < 0 || start > 1) return false;
  return /[@BDF]/.test(head.charAt(start + 3)) && head.charCodeAt(start + 4) === 1;
}
