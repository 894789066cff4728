const encoder = new TextEncoder();

/** An empty body. */
export const NO_BYTES: Uint8Array = new Uint8Array(0);

/** A text as UTF-8. */
export function encodeText(text: string): Uint8Array {
  return encoder.encode(text);
}
