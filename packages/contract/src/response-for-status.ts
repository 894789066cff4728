/**
 * Returns the documented response that describes a status: the exact status, its range such as `5XX`, or
 * `default`, in this order (OpenAPI 3.1, 4.8.16). Where successes are documented by status, `default` describes
 * failures, and no other success falls under it.
 *
 * @example
 * ```ts
 * import contract, { responseForStatus } from "@ittybit/contract";
 *
 * const [operation] = contract.operations;
 * if (operation) console.log(responseForStatus(operation.responses, 404)?.pointer);
 * ```
 */
export function responseForStatus<Response extends { readonly status: string }>(
  responses: readonly Response[],
  status: number,
): Response | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  const named = withStatus(responses, String(status)) ?? withStatus(responses, range);
  if (named) return named;
  if (range === "2XX" && responses.some((response) => response.status.startsWith("2"))) return undefined;
  return withStatus(responses, "default");
}

function withStatus<Response extends { readonly status: string }>(
  responses: readonly Response[],
  wanted: string,
): Response | undefined {
  for (const response of responses) if (response.status === wanted) return response;
  return undefined;
}
