/** Name of the file that lists what changed. */
export const NOTES = "NOTES.md";

/** Heading of the changes that no release has yet. */
const UNRELEASED = "Unreleased";

/** What CHANGELOG.md says of a version. */
export type Notes =
  | { readonly kind: "released"; readonly text: string }
  /** There is no section for the version, so the text is that of the changes that come next. */
  | { readonly kind: "unreleased"; readonly text: string }
  | { readonly kind: "none" };

/**
 * Finds the section of a version (`## 1.2.3` or `## 1.2.3 - 2026-01-31`), or the one of the unreleased changes.
 *
 * @param changelog text of CHANGELOG.md
 */
export function releaseNotes(changelog: string, version: string): Notes {
  const sections = readSections(changelog);
  const released = sections.get(version);
  if (released) return { kind: "released", text: released };
  const unreleased = sections.get(UNRELEASED);
  return unreleased ? { kind: "unreleased", text: unreleased } : { kind: "none" };
}

/** The text below each second-level heading, by the first word of the heading. */
function readSections(changelog: string): Map<string, string> {
  const [, ...sections] = changelog.split(/^## /m);
  return new Map(
    sections.map((section) => {
      const [heading = "", ...lines] = section.split("\n");
      return [heading.split(" ")[0] ?? "", lines.join("\n").trim()];
    }),
  );
}
