/** Shortest spelling to search for, in characters. */
const MIN_LENGTH = 5;

/** A secret as it may be written in a text: raw, in JSON, percent-encoded, in HTML, in hexadecimal and in base64. */
export function spellings(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const percent = hex.replaceAll(/../g, "%$&");
  const encoded = encodeURIComponent(new TextDecoder().decode(bytes));
  const found = new Set([
    secret,
    JSON.stringify(secret).slice(1, -1),
    encoded,
    encoded.replaceAll(/%../g, (triple) => triple.toLowerCase()),
    encodeURIComponent(encoded),
    percent,
    percent.toUpperCase(),
    hex,
    hex.toUpperCase(),
    escapedHtml(secret),
    ...base64Forms(bytes),
  ]);
  return [...found].filter((text) => text.length >= MIN_LENGTH);
}

function escapedHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Base64 depends on the offset: what all texts have in common that hold the bytes at offset 0, 1 or 2. */
function base64Forms(bytes: Uint8Array): string[] {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return [0, 1, 2].flatMap((offset) => {
    const shifted = btoa("\0".repeat(offset) + text).replace(/=+$/, "");
    const head = offset === 0 ? 0 : offset + 1;
    const partial = (offset + bytes.length) % 3 === 0 ? 0 : 1;
    const core = shifted.slice(head, shifted.length - partial);
    return core.length < MIN_LENGTH + 1 ? [] : [core, core.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
