// @ts-check

const uploadsHost = /\buploads(\.[\w-]+)+/;

/**
 * Every string below a value, with the way to it.
 *
 * @param {unknown} value
 * @param {(string | number)[]} path
 * @returns {Generator<{ text: string, path: (string | number)[] }>}
 */
function* strings(value, path) {
  if (typeof value === "string") yield { text: value, path };
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* strings(item, [...path, index]);
  else if (value !== null && typeof value === "object")
    for (const [key, item] of Object.entries(value)) yield* strings(item, [...path, key]);
}

/**
 * Spectral function for the whole document: the host of the creates stands in `servers` and nowhere else, not
 * in an example and not in prose, so that everyone reads it from there and a move changes one place.
 *
 * @type {import("@stoplight/spectral-core").RulesetFunction<object, null>}
 */
export default function uploadHostRepeated(document) {
  return [...strings(document, [])]
    .filter(({ text, path }) => uploadsHost.test(text) && path.at(-3) !== "servers")
    .map(({ path }) => ({ message: "name the uploads host in `servers` of a create alone", path }));
}
