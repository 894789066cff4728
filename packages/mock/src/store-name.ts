import { createHash } from "node:crypto";

/** A name for the store of an API key that says nothing about the key. */
export function storeName(apiKey: string): string {
  return createHash("sha256").update(apiKey).digest("hex").slice(0, 16);
}
