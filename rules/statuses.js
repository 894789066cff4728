// @ts-check

/**
 * @typedef {{ parameters?: unknown[], requestBody?: object, responses?: Record<string, unknown>, "x-beta"?: boolean }} Operation
 * @typedef {{ method: string, path: string, operation: Operation, input: boolean }} Call
 */

/** @type {{ statuses: string[], when: (call: Call) => boolean, why: string }[]} */
const requirements = [
  { statuses: ["401", "429", "default"], when: () => true, why: "any call can end so" },
  { statuses: ["404"], when: ({ path }) => path.includes("{"), why: "an id may name nothing" },
  { statuses: ["422"], when: ({ input }) => input, why: "it takes input" },
  {
    statuses: ["413", "415"],
    when: ({ method, path }) => method === "post" && !path.endsWith("}"),
    why: "it takes a file",
  },
  { statuses: ["403"], when: ({ operation }) => operation["x-beta"] === true, why: "it is a closed beta" },
];

/**
 * Spectral function for an operation object: every status that callers of such an operation can meet has a
 * response of its own.
 *
 * @type {import("@stoplight/spectral-core").RulesetFunction<Operation, null>}
 */
export default function statuses(operation, _options, { path: at, document }) {
  const [, path = "", method = ""] = at.map(String);
  const shared = /** @type {any} */ (document.data).paths[path].parameters ?? [];
  const input =
    [...shared, ...(operation.parameters ?? [])].length > 0 || operation.requestBody !== undefined;
  const call = { method, path, operation, input };
  return requirements
    .filter(({ when }) => when(call))
    .flatMap(({ statuses, why }) => statuses.map((status) => ({ status, why })))
    .filter(({ status }) => !(status in (operation.responses ?? {})))
    .map(({ status, why }) => ({
      message: `${method.toUpperCase()} ${path} needs a response ${status}: ${why}`,
      path: [...at, "responses"],
    }));
}
