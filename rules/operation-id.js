// @ts-check

/** @type {Record<string, string>} */
const itemVerbs = { get: "get", put: "replace", patch: "update", delete: "delete" };

/** @type {Record<string, string>} */
const collectionVerbs = { get: "list", post: "create" };

/**
 * The operationId that a method and a path must have: a verb for the method, then the last literal segment of
 * the path in Pascal case, singular unless the operation lists. `POST /videos` is `createVideo`.
 *
 * @param {string} method in lower case
 * @param {string} path with `{parameters}`
 * @returns {string | undefined} undefined for a method that has no verb on such a path
 */
export function operationIdOf(method, path) {
  const verb = (path.endsWith("}") ? itemVerbs : collectionVerbs)[method];
  if (verb === undefined) return undefined;
  const noun = path.split("/").findLast((segment) => segment !== "" && !segment.startsWith("{")) ?? "";
  const name = noun.charAt(0).toUpperCase() + noun.slice(1);
  return verb + (verb === "list" ? name : name.replace(/s$/, ""));
}

/**
 * Spectral function for an operation object: its operationId is the computed one.
 *
 * @type {import("@stoplight/spectral-core").RulesetFunction<{ operationId?: string }, null>}
 */
export default function operationId(operation, _options, { path }) {
  const [, apiPath, method] = path.map(String);
  if (apiPath === undefined || method === undefined) return;
  const expected = operationIdOf(method, apiPath);
  if (operation.operationId === expected) return;
  const call = `${method.toUpperCase()} ${apiPath}`;
  const message = expected
    ? `operationId of ${call} must be ${expected}, not ${operation.operationId}`
    : `${call} has no computed operationId; add a verb for it to rules/operation-id.js`;
  return [{ message, path: [...path, "operationId"] }];
}
