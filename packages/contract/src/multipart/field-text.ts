import { decodeText } from "../body/text.js";
import type { FindingCollector } from "../findings/finding-collector.js";
import type { Part } from "./read-multipart.js";

interface FieldLocation {
  readonly in: "body";
  readonly name: string;
  readonly contract: string;
  readonly inferred: string | null;
}

/** Returns the text of a field; null, and reported, if it is too large or not text. */
export function readText(
  collector: FindingCollector,
  { content, size }: Part,
  charset: string | undefined,
  where: FieldLocation,
): string | null {
  if (content === null) {
    collector.add({ code: "unchecked", reason: "body-too-large", detail: `${size} bytes` }, where);
    return null;
  }
  const text = decodeText(content, charset);
  if (text.outcome === "text") return text.text;
  collector.add({ code: "body-unreadable", format: "text", problem: "the field is not UTF-8" }, where);
  return null;
}
