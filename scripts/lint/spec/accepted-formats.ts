import type { Finding } from "../finding.js";
import { walk } from "./openapi-object.js";
import { lineOf, type Site, type Sources } from "./spec-source.js";

/** The media types that an upload field accepts, and where they are listed. */
interface Accepted {
  readonly site: Site;
  readonly formats: readonly string[];
}

/**
 * Upload fields that accept other formats of one kind, such as video, than another field does. An Encoding Object
 * takes no `$ref` (OpenAPI 3.1.1, 4.8.15), so each operation repeats the list.
 */
export function unequalFormats(sources: Sources, root: Site): Finding[] {
  const fields = acceptedFormats(sources, root);
  return fields.flatMap(({ site, formats }) => {
    const types = formats.map(topLevelType);
    return fields.flatMap((other) =>
      other.formats
        .filter((format) => types.includes(topLevelType(format)) && !formats.includes(format))
        .map((format) => missingFormat(sources, site, format, other.site)),
    );
  });
}

function acceptedFormats(sources: Sources, root: Site): Accepted[] {
  return [...walk(sources, root)].flatMap(({ kind, site, value: { contentType } }) =>
    kind === "encoding" && typeof contentType === "string"
      ? [{ site: { ...site, steps: [...site.steps, "contentType"] }, formats: listedFormats(contentType) }]
      : [],
  );
}

/** A range such as `audio/*` lists no format. */
const listedFormats = (contentType: string): string[] =>
  contentType.split(/\s*,\s*/).filter((format) => !format.endsWith("/*"));

const topLevelType = (format: string): string => format.split("/")[0] ?? format;

function missingFormat(sources: Sources, site: Site, format: string, other: Site): Finding {
  const place = `${other.file}:${lineOf(sources, other)}`;
  const message = `${format} is not accepted here, but at ${place}; list it in both or in none`;
  return { file: site.file, line: lineOf(sources, site), code: "accepted-formats", message };
}
