import ittybit, { type Contract, describe, type Finding } from "@ittybit/contract";
import { webExchange } from "./web-exchange.js";

interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * Matchers for Vitest and Jest: `expect.extend(contractMatchers)`, then
 * `await expect(response).toMatchContract("getMedia")`.
 */
export const contractMatchers = {
  /** Holds a response against an operation; the request is not looked at. */
  async toMatchContract(response: unknown, operationId: string): Promise<MatcherResult> {
    const asked = askedFor(ittybit, operationId);
    if (!(response instanceof Response)) return fail("toMatchContract needs a Response, and got none.");
    if (asked === null) return fail(`${operationId} is not an operation of the contract.`);
    const { response: answer } = await webExchange(new Request(asked.url), response);
    if (answer.body === undefined) return fail("The body was read already: check the response before it.");
    const { findings } = await ittybit.checkResponse(asked, answer);
    const errors = findings.filter(({ severity }) => severity === "error");
    return { pass: errors.length === 0, message: () => message(operationId, errors) };
  },
};

function fail(problem: string): never {
  throw new TypeError(problem);
}

function message(operationId: string, errors: readonly Finding[]): string {
  if (errors.length === 0) return `The response keeps the contract of ${operationId}, but should not.`;
  const lines = errors.map((error) => {
    const place = error.contract?.file ? ` (${error.contract.file}:${error.contract.line})` : "";
    return `  ${describe(error)}${place}`;
  });
  return [`The response does not keep the contract of ${operationId}:`, ...lines].join("\n");
}

/** A request that the operation answers. */
function askedFor(contract: Contract, wanted: string): { method: string; url: string } | null {
  const operation = contract.operations.find(({ operationId }) => operationId === wanted);
  if (operation === undefined) return null;
  const path = operation.path.replaceAll(/\{[^}]*\}/g, "x");
  for (const host of hosts(contract)) {
    const asked = { method: operation.method, url: `https://${host}${path}` };
    const match = contract.match(asked);
    if (match.outcome === "matched" && match.operation === operation) return asked;
  }
  return null;
}

function hosts(contract: Contract): readonly string[] {
  const match = contract.match({ method: "GET", url: "https://none.invalid/" });
  return match.outcome === "unknown-host" ? match.known : [];
}
