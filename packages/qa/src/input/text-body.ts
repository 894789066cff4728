import type { TextBody } from "@ittybit/contract";

/** The body whose UTF-8 form a recording holds as text. Bytes where the text alone does not tell them apart. */
export function textBody(text: string): TextBody | Uint8Array {
  if (!text.isWellFormed() || text.startsWith("\ufeff")) return Buffer.from(text, "utf8");
  return { text, length: Buffer.byteLength(text, "utf8") };
}
