import { type Visit, walk } from "./openapi-object.js";
import { followed } from "./references.js";
import { type Site, type Sources, valueAt } from "./spec-source.js";

/** An example of the contract: a value, its location, and its schema. */
export type Example = { value: unknown; site: Site; schema: Site };

/**
 * Every example and default of the contract, each once for each schema beside it: of media types,
 * parameters and headers (OpenAPI 3.1, 4.8.20) and of schemas (JSON Schema 2020-12 validation, 9.5).
 */
export function examples(sources: Sources, root: Site): Example[] {
  const seen = new Set<string>();
  return [...walk(sources, root)].flatMap((visit) =>
    examplesOf(sources, visit).filter(({ site, schema }) => {
      const key = JSON.stringify([site, schema]);
      const known = seen.has(key);
      seen.add(key);
      return !known;
    }),
  );
}

/** The examples beside the schema of one media type, parameter or header, or inside one schema. */
export function examplesOf(sources: Sources, visit: Visit): Example[] {
  const { kind, site, value } = visit;
  const at = (...steps: (string | number)[]): Site => ({ ...site, steps: [...site.steps, ...steps] });
  const keys = (field: string) => Object.keys((value[field] as object | undefined) ?? {});
  if (kind === "schema") {
    const list = keys("examples").map((key) => at("examples", Number(key)));
    const alone = ["example", "default"]
      .filter((field) => value[field] !== undefined)
      .map((field) => at(field));
    return [...list, ...alone].map((place) => ({ ...literal(sources, place), schema: site }));
  }
  const beside = ["mediaType", "parameter", "header"].includes(kind);
  if (!beside || value.schema === undefined) return [];
  const schema = at("schema");
  const named = keys("examples").map((key) => exampleObject(sources, at("examples", key)));
  const alone = value.example === undefined ? [] : [literal(sources, at("example"))];
  return [...named, ...alone].map((example) => ({ ...example, schema }));
}

const literal = (sources: Sources, site: Site) => ({ value: valueAt(sources, site), site });

/** An Example Object (OpenAPI 3.1, 4.8.19) holds its value under `value`. */
function exampleObject(sources: Sources, site: Site): { value: unknown; site: Site } {
  const { site: place } = followed(sources, site);
  return literal(sources, { ...place, steps: [...place.steps, "value"] });
}
