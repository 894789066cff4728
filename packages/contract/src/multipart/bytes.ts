/** Index of `wanted` in `bytes`; -1 when it is not there. */
export function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  const first = wanted[0] as number;
  const last = bytes.length - wanted.length;
  for (let at = bytes.indexOf(first); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1)) {
    if (hasAt(bytes, at, wanted, wanted.length)) return at;
  }
  return -1;
}

/** Number of bytes at the end of `bytes` that may be the start of `wanted`. */
export function heldLength(bytes: Uint8Array, wanted: Uint8Array): number {
  const first = wanted[0] as number;
  const start = Math.max(0, bytes.length - wanted.length + 1);
  for (let at = bytes.indexOf(first, start); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (hasAt(bytes, at, wanted, bytes.length - at)) return bytes.length - at;
  }
  return 0;
}

function hasAt(bytes: Uint8Array, at: number, wanted: Uint8Array, length: number): boolean {
  for (let index = 0; index < length; index++) if (bytes[at + index] !== wanted[index]) return false;
  return true;
}
