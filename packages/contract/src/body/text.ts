import { type BodyInMemory, bytesOf, isTextBody } from "../exchange.js";

export type DecodedText =
  | { readonly outcome: "text"; readonly text: string }
  | { readonly outcome: "unknown-charset" }
  | { readonly outcome: "damaged" };

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Decodes text. Bytes that are not valid in the character set are reported as damaged, never replaced. */
export function decodeText(body: BodyInMemory, charset: string | undefined): DecodedText {
  try {
    const decoder = decoderFor(charset);
    const text = isTextBody(body) && decoder === utf8 ? body.text : decoder.decode(bytesOf(body));
    return { outcome: "text", text };
  } catch (error) {
    return { outcome: error instanceof RangeError ? "unknown-charset" : "damaged" };
  }
}

function decoderFor(charset: string | undefined): { decode(bytes: Uint8Array): string } {
  if (charset === undefined || /^(utf-?8|us-ascii)$/i.test(charset)) return utf8;
  return new TextDecoder(charset, { fatal: true });
}
