export type DecodedText =
  | { readonly outcome: "text"; readonly text: string }
  | { readonly outcome: "unknown-charset" }
  | { readonly outcome: "damaged" };

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Decodes text. Bytes that are not valid in the character set are reported as damaged, never replaced. */
export function decodeText(bytes: Uint8Array, charset: string | undefined): DecodedText {
  try {
    return { outcome: "text", text: decoderFor(charset).decode(bytes) };
  } catch (error) {
    return { outcome: error instanceof RangeError ? "unknown-charset" : "damaged" };
  }
}

function decoderFor(charset: string | undefined): { decode(bytes: Uint8Array): string } {
  if (charset === undefined || /^(utf-?8|us-ascii)$/i.test(charset)) return utf8;
  return new TextDecoder(charset, { fatal: true });
}
