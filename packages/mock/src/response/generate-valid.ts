import type { MockContext } from "../context.js";
import type { Header } from "../http/message.js";
import type { ValidCall } from "../request/validate-request.js";
import { sampleValues } from "../sample/sample-value.js";
import { adaptExample } from "./adapt-example.js";
import { contentOf, encodeBody } from "./encode-body.js";
import type { RenderedResponse } from "./rendered-response.js";
import type { Selection } from "./select-response.js";
import { validated } from "./validate-response.js";

/** How many seeds to try, one after the other, until a generated response keeps the contract. */
const MAX_SEEDS = 10;

type Generation = Selection & { kind: "generate" };

/**
 * Makes a response that keeps the contract from the schema: the same one every time, or, if the caller prefers a dynamic
 * one, by Prism. If one of the two finds none, the other one is asked. The last attempt is returned if all fail.
 */
export async function generateValid(
  context: MockContext,
  call: ValidCall,
  selection: Generation,
  headers: readonly Header[],
): Promise<RenderedResponse> {
  const { dynamic, seed } = call.preference;
  const sampled = () => sampleValid(context, call, selection, headers);
  const generated = (first: string) => generateWithPrism(context, call, selection, headers, first);
  const attempts = dynamic
    ? [() => generated(seed ?? String(Math.random())), sampled]
    : [sampled, () => generated("0")];
  let rendered: RenderedResponse | undefined;
  for (const attempt of attempts) {
    const next = await attempt();
    if (next !== undefined) rendered = next;
    if (next?.violations.length === 0 || next?.isImpossible) return next;
  }
  if (rendered === undefined) throw new Error("no value was found for the schema of this response");
  return rendered;
}

async function sampleValid(
  context: MockContext,
  call: ValidCall,
  { status, mediaType, response }: Generation,
  headers: readonly Header[],
): Promise<RenderedResponse | undefined> {
  const { schema } = contentOf(response, mediaType);
  let first: RenderedResponse | undefined;
  for (const value of sampleValues(context.document, schema)) {
    const rendered = await render(context, call, { status, mediaType, response, value }, headers);
    first ??= rendered;
    if (rendered.violations.length === 0) return rendered;
  }
  return first;
}

async function generateWithPrism(
  context: MockContext,
  call: ValidCall,
  { status, mediaType, response }: Generation,
  headers: readonly Header[],
  seed: string,
): Promise<RenderedResponse | undefined> {
  const { operation } = call.match;
  const sent = new Set([...headers.map(([name]) => name.toLowerCase()), "content-type"]);
  let rendered: RenderedResponse | undefined;
  for (let attempt = 0; attempt < MAX_SEEDS; attempt++) {
    const nextSeed = attempt === 0 ? seed : `${seed}/${attempt}`;
    const generated = await context
      .generate({ operation, status, mediaType, seed: nextSeed })
      .catch(() => null);
    if (generated === null) return rendered;
    const others = generated.headers.filter(([name]) => !sent.has(name.toLowerCase()));
    const value = generated.body;
    rendered = await render(context, call, { status, mediaType, response, value }, [...headers, ...others]);
    if (rendered.violations.length === 0) break;
  }
  return rendered;
}

function render(
  context: MockContext,
  call: ValidCall,
  { status, mediaType, response, value }: Omit<Generation, "kind"> & { value: unknown },
  headers: readonly Header[],
): Promise<RenderedResponse> {
  const { destination } = call;
  const shown = { documented: [], sent: [] };
  const adapted = adaptExample(value, { status, shown, destination, hosts: context.hosts });
  const body = encodeBody(context.document, adapted, contentOf(response, mediaType));
  return validated(context, call, { status, headers: [...headers, ["Content-Type", mediaType]], body });
}
