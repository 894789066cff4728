/** One segment of a path template: text, a variable, or a mixture. */
export type Segment =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "mixed"; readonly names: readonly string[]; readonly pattern: RegExp };

/** Longest segment that is matched against a mixture: the cost grows with the square of the length. */
const MAX_MIXED_LENGTH = 2_000;

/** The segments of a path template (OpenAPI 3.1, 4.8.8.2). */
export function parseTemplate(path: string): Segment[] {
  return path.split("/").slice(1).map(parseSegment);
}

function parseSegment(text: string): Segment {
  const pieces = text.split(/\{([^{}]*)\}/);
  if (pieces.length === 1) return { kind: "text", text: decodeSegment(text) };
  const names = pieces.filter((_, index) => index % 2 === 1);
  if (pieces.length === 3 && text === `{${names[0]}}`) return { kind: "variable", name: names[0] as string };
  const source = pieces.map((piece, index) => (index % 2 === 1 ? "(.+?)" : escapePattern(piece))).join("");
  return { kind: "mixed", names, pattern: new RegExp(`^${source}$`, "su") };
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** Values of the variables of a segment, still percent-encoded; null when the segment does not match. */
export function fitSegment(segment: Segment, given: string): readonly (readonly [string, string])[] | null {
  switch (segment.kind) {
    case "text":
      return decodeSegment(given) === segment.text ? [] : null;
    case "variable":
      return given === "" ? null : [[segment.name, given]];
    case "mixed": {
      const match = given.length > MAX_MIXED_LENGTH ? null : segment.pattern.exec(given);
      return match && segment.names.map((name, index) => [name, match[index + 1] ?? ""] as const);
    }
    default:
      return segment satisfies never;
  }
}

/** Percent-decoded, or as given where that is not possible. */
export function decodeSegment(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
