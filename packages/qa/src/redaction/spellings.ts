/** A secret as it may stand in a text: raw, in JSON, percent-encoded, in hexadecimal and in base64. Longest first. */
export function spellings(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const percent = hex.replaceAll(/../g, "%$&");
  const encoded = encodeURIComponent(secret);
  const found = new Set([
    secret,
    JSON.stringify(secret).slice(1, -1),
    encoded,
    encoded.replaceAll(/%../g, (triple) => triple.toLowerCase()),
    percent,
    percent.toUpperCase(),
    hex,
    hex.toUpperCase(),
    ...inBase64(bytes),
  ]);
  return [...found].filter((text) => text.length >= 5).sort((a, b) => b.length - a.length);
}

/** Base64 depends on the offset: what all texts share that hold the secret at an offset of 0, 1 or 2. */
function inBase64(bytes: Uint8Array): string[] {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return [0, 1, 2].flatMap((offset) => {
    const shifted = btoa("\0".repeat(offset) + text).replace(/=+$/, "");
    const head = offset === 0 ? 0 : offset + 1;
    const partial = (offset + bytes.length) % 3 === 0 ? 0 : 1;
    const core = shifted.slice(head, shifted.length - partial);
    return core.length < 6 ? [] : [core, core.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
