import { formatFinding } from "@ittybit/contract";
import type { MockContext } from "../context.js";
import type { MockResponse } from "../http/message.js";
import type { Call } from "../request/validate-request.js";
import type { RenderedResponse } from "./rendered-response.js";

/**
 * Checks a response against the contract before it is sent. Returns one sentence for each violation. The response to a
 * HEAD is checked with its body, as that of a GET.
 */
async function violationsOf(
  { contract }: Pick<MockContext, "contract">,
  { match }: Pick<Call, "match">,
  { status, headers, body }: MockResponse,
): Promise<string[]> {
  const response = { status, headers, body: body.length === 0 ? null : body };
  const { findings } = await contract.checkResponse({ ...match, isHead: false }, response);
  return findings
    .filter(({ category }) => category === "violation")
    .map((finding) => `${formatFinding(finding)}.`);
}

/** A response with what is wrong with it. */
export async function validated(
  context: Pick<MockContext, "contract">,
  call: Pick<Call, "match">,
  response: Omit<RenderedResponse, "violations">,
): Promise<RenderedResponse> {
  return { ...response, violations: await violationsOf(context, call, response) };
}
