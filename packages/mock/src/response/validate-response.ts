import { type Finding, formatFinding } from "@ittybit/contract";
import type { MockContext } from "../context.js";
import type { IdenticalBranches } from "../document/identical-branches.js";
import type { Call } from "../request/validate-request.js";
import type { RenderedResponse } from "./rendered-response.js";

type Validator = Pick<MockContext, "contract" | "identicalBranches">;

/**
 * Checks a response against the contract before it is sent, and adds what is wrong with it: one sentence for each violation.
 * The response to a HEAD is checked with its body, as that of a GET.
 */
export async function validated(
  context: Validator,
  { match }: Pick<Call, "match">,
  response: Omit<RenderedResponse, "violations">,
): Promise<RenderedResponse> {
  const { status, headers, body } = response;
  const exchange = { status, headers, body: body.length === 0 ? null : body };
  const { findings } = await context.contract.checkResponse({ ...match, isHead: false }, exchange);
  const violations = findings.filter(({ category }) => category === "violation");
  const isImpossible = violations.some((violation) => identicalBranches(context, violation)?.isImpossible);
  return {
    ...response,
    violations: violations.map((violation) => describeViolation(context, violation)),
    ...(isImpossible && { isImpossible }),
  };
}

/** What is wrong, and where in the document. */
function describeViolation(context: Validator, violation: Finding): string {
  const identical = identicalBranches(context, violation);
  if (identical) return `${identical.fault}.`;
  const { contract } = violation;
  return `${formatFinding(violation)}${contract === null ? "" : ` (at ${contract.pointer})`}.`;
}

/** What makes a `oneOf` unusable, if a violation is about it. */
function identicalBranches(
  { identicalBranches }: Validator,
  { contract }: Finding,
): IdenticalBranches | undefined {
  return identicalBranches.get(contract?.pointer ?? "");
}
