/**
 * Returns the documented response that describes a status: the exact status, its range such as `5XX`, or
 * `default`, in this order (OpenAPI 3.1, 4.8.16).
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
  return (
    withStatus(responses, String(status)) ?? withStatus(responses, range) ?? withStatus(responses, "default")
  );
}

function withStatus<Response extends { readonly status: string }>(
  responses: readonly Response[],
  wanted: string,
): Response | undefined {
  for (const response of responses) if (response.status === wanted) return response;
  return undefined;
}
