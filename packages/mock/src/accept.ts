interface Range {
  readonly type: string;
  readonly quality: number;
}

/**
 * The media type that a caller's Accept likes best; null where it takes none of them (RFC 9110, 12.5.1). The
 * first of several that it likes equally.
 */
export function negotiate(accept: string | undefined, offered: readonly string[]): string | null {
  if (accept === undefined || accept.trim() === "") return offered[0] ?? null;
  const ranges = readRanges(accept);
  let best: string | null = null;
  let bestQuality = 0;
  for (const type of offered) {
    const quality = qualityOf(type, ranges);
    if (quality > bestQuality) [best, bestQuality] = [type, quality];
  }
  return best;
}

/** Members of an Accept-like header with their weights; a weight that cannot be read counts as 1. */
export function readRanges(header: string): Range[] {
  return header.split(",").flatMap((member) => {
    const [type = "", ...parameters] = member.split(";").map((text) => text.trim().toLowerCase());
    if (type === "") return [];
    const weight = parameters.find((parameter) => /^q\s*=/.test(parameter));
    const quality = weight === undefined ? 1 : Number(weight.replace(/^q\s*=\s*/, ""));
    return [{ type, quality: Number.isNaN(quality) ? 1 : quality }];
  });
}

/** The most specific range decides. */
function qualityOf(mediaType: string, ranges: readonly Range[]): number {
  const essence = mediaType.replace(/;.*/s, "").trim().toLowerCase();
  for (const wanted of [essence, essence.replace(/\/.*/, "/*"), "*/*"]) {
    const found = ranges.find(({ type }) => type === wanted);
    if (found) return found.quality;
  }
  return 0;
}
