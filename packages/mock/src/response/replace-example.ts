import type { MockContext } from "../context.js";
import type { ValidCall } from "../request/validate-request.js";
import { renderResponse } from "./render-response.js";
import type { RenderedResponse } from "./rendered-response.js";
import type { Selection } from "./select-response.js";

/**
 * Replaces an example that breaks its own schema, as examples of well-known documents do, with another one, or with a
 * response that is made from the schema. Returns the broken response if that fails too, so that the reason is reported.
 */
export async function replaceExample(
  context: MockContext,
  call: ValidCall,
  selection: Selection & { kind: "value" },
  broken: RenderedResponse,
): Promise<RenderedResponse> {
  const { status, response, mediaType, value } = selection;
  const note = `An example of ${call.match.operation.operationId} breaks the contract and is not used. ${broken.violations[0]}`;
  const examples = response.contents.find((content) => content.mediaType === mediaType)?.examples ?? [];
  const others = examples.filter((example) => example.value !== value);
  const candidates: Selection[] = [
    ...others.map((example) => ({ ...selection, value: example.value })),
    { kind: "generate", status, response, mediaType },
  ];
  for (const candidate of candidates) {
    const rendered = await renderResponse(context, call, candidate).catch(() => broken);
    if (rendered.violations.length === 0) return { ...rendered, note };
  }
  return broken;
}
