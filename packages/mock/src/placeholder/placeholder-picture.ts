/** A still picture for videos, and the picture of an image that the mock does not have. */
export const PICTURE_NAME = "placeholder.svg";

/** Media type of {@link PICTURE_NAME}. */
export const PICTURE_TYPE = "image/svg+xml";

/** Pixels of a picture whose Media does not state its own. */
const DEFAULT_SIZE = { width: 1280, height: 720 };

/** What a placeholder is drawn for. */
export interface Pictured {
  readonly id: string;
  /** In pixels. */
  readonly width?: number | null;
  readonly height?: number | null;
}

/** The size of a placeholder: that of the Media, if it is known. */
export function placeholderSize({ width, height }: Omit<Pictured, "id">): { width: number; height: number } {
  return width && height ? { width, height } : DEFAULT_SIZE;
}

/**
 * Draws an SVG that stands for a picture that the mock does not have, and says so. Colors and hills follow from the id, so
 * that media look different from each other and the same each time.
 */
export function drawPlaceholder(pictured: Pictured): Uint8Array {
  const { width, height } = placeholderSize(pictured);
  const random = createRandom(pictured.id);
  const hue = Math.floor(random() * 360);
  const sunX = Math.round((0.2 + random() * 0.6) * width);
  const sunY = Math.round((0.22 + random() * 0.2) * height);
  const size = Math.min(width, height);
  const hills = [0.58, 0.7, 0.82].map((level, index) => {
    const fill = `hsl(${(hue + 20 + index * 16) % 360} 42% ${46 - index * 11}%)`;
    return `<path fill="${fill}" d="${hill(level, width, height, random)}"/>`;
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<linearGradient id="sky" x2="0" y2="1"><stop stop-color="hsl(${hue} 60% 62%)"/>`,
    `<stop offset=".75" stop-color="hsl(${(hue + 55) % 360} 78% 86%)"/></linearGradient>`,
    `<path fill="url(#sky)" d="M0 0h${width}v${height}H0z"/>`,
    `<circle cx="${sunX}" cy="${sunY}" r="${Math.round(size * 0.09)}" fill="#fff" opacity=".85"/>`,
    ...hills,
    `<text x="${width / 2}" y="${Math.round(height * 0.93)}" fill="#fff" font-family="sans-serif"`,
    ` font-size="${Math.round(size * 0.05)}" text-anchor="middle">placeholder</text></svg>`,
  ];
  return new TextEncoder().encode(svg.join(""));
}

/** A line of hills from the left to the right edge, closed below. */
function hill(level: number, width: number, height: number, random: () => number): string {
  const points = Array.from({ length: 5 }, (_, index) => {
    const y = Math.round((level + (random() - 0.5) * 0.16) * height);
    return `${Math.round((index * width) / 4)} ${y}`;
  });
  const [first, second, ...rest] = points;
  return `M${first}Q${Math.round(width / 8)} ${Math.round(level * 0.94 * height)} ${second}T${rest.join("T")}V${height}H0z`;
}

/** Random numbers from 0 to 1 that follow from a text (xorshift). */
function createRandom(text: string): () => number {
  let state = 2166136261;
  for (const letter of text) state = Math.imul(state ^ letter.charCodeAt(0), 16777619);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
