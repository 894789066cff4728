interface WeightedRange {
  readonly type: string;
  readonly quality: number;
}

/**
 * Selects the media type that an Accept header prefers (RFC 9110, 12.5.1). Returns null if it accepts none of them, and
 * the first of several equally preferred ones.
 */
export function negotiate(accept: string | undefined, offered: readonly string[]): string | null {
  if (accept === undefined || accept.trim() === "") return offered[0] ?? null;
  const ranges = parseRanges(accept);
  let best: string | null = null;
  let bestQuality = 0;
  for (const type of offered) {
    const quality = qualityOf(type, ranges);
    if (quality > bestQuality) [best, bestQuality] = [type, quality];
  }
  return best;
}

/** Parses an Accept-like header. An unreadable weight counts as 1. */
export function parseRanges(header: string): WeightedRange[] {
  return header.split(",").flatMap((member) => {
    const [type = "", ...parameters] = member.split(";").map((text) => text.trim().toLowerCase());
    if (type === "") return [];
    const weight = parameters.find((parameter) => /^q\s*=/.test(parameter));
    const quality = weight === undefined ? 1 : Number(weight.replace(/^q\s*=\s*/, ""));
    return [{ type, quality: Number.isNaN(quality) ? 1 : quality }];
  });
}

/** The weight of the most specific range that matches. */
function qualityOf(mediaType: string, ranges: readonly WeightedRange[]): number {
  const essence = mediaType.replace(/;.*/s, "").trim().toLowerCase();
  for (const wanted of [essence, essence.replace(/\/.*/, "/*"), "*/*"]) {
    const found = ranges.find(({ type }) => type === wanted);
    if (found) return found.quality;
  }
  return 0;
}
