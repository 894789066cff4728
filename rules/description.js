// @ts-check

/** How many words of a description must be neither in the name nor filler. */
const fewestNews = 2;

/** @param {string} text */
const words = (text) =>
  text
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const filler = new Set(["a", "an", "the", "of", "this", "that", "is", "its", "it", "to", "for", "in", "s"]);

/**
 * What is wrong with a description, if anything.
 *
 * @param {unknown} description
 * @param {string} name of the thing described, in any case
 */
function fault(description, name) {
  if (typeof description !== "string" || description.trim() === "") return "has no description";
  const known = new Set([...words(name), ...filler]);
  const news = words(description).filter((word) => !known.has(word) && !known.has(word.replace(/s$/, "")));
  return news.length < fewestNews ? "has a description that hardly says more than its name" : undefined;
}

/**
 * Spectral function for anything that can carry a `description`: it has one, and the reader learns from it. A
 * `$ref` passes, since what it names is described where it stands.
 *
 * @type {import("@stoplight/spectral-core").RulesetFunction<{ $ref?: string, name?: string, description?: unknown }, null>}
 */
export default function description(node, _options, { path }) {
  if (node.$ref !== undefined && node.description === undefined) return;
  const name = typeof node.name === "string" ? node.name : String(path.at(-1));
  const problem = fault(node.description, name);
  if (problem === undefined) return;
  const at = node.description === undefined ? [...path] : [...path, "description"];
  return [{ message: `${name} ${problem}`, path: at }];
}
