import type { MockContext } from "../context.js";
import type { Header } from "../http/message.js";
import type { ValidCall } from "../request/judge-request.js";
import { adaptExample } from "./adapt-example.js";
import { judgeResponse } from "./judge-response.js";
import type { RenderedResponse } from "./rendered-response.js";
import { renderWithEcho } from "./response-headers.js";
import type { Selection } from "./select-response.js";

/** How many seeds to try, one after the other, until a generated response keeps the contract. */
const MAX_GENERATIONS = 10;

/** Renders a selected response as bytes and judges it. */
export async function renderResponse(
  context: MockContext,
  call: ValidCall,
  selection: Selection,
): Promise<RenderedResponse> {
  const { headers } = selection.response;
  return renderWithEcho(headers, call.report, (sent) => render(context, call, selection, sent));
}

function render(
  context: MockContext,
  call: ValidCall,
  selection: Selection,
  headers: readonly Header[],
): Promise<RenderedResponse> {
  const { status, response } = selection;
  switch (selection.kind) {
    case "empty":
      return judged(context, call, { status, headers, body: Buffer.alloc(0) });
    case "value": {
      const { mediaType } = selection;
      const { destination } = call;
      const shown = { documented: response.headers, sent: headers };
      const value = adaptExample(selection.value, { status, shown, destination, hosts: context.hosts });
      const withType: Header[] = [...headers, ["Content-Type", mediaType]];
      return judged(context, call, { status, headers: withType, body: toBytes(value, mediaType) });
    }
    case "generate":
      return generateResponse(context, call, selection, headers);
    default:
      return selection satisfies never;
  }
}

async function generateResponse(
  context: MockContext,
  call: ValidCall,
  { status, mediaType }: Selection & { kind: "generate" },
  headers: readonly Header[],
): Promise<RenderedResponse> {
  const { operation } = call.match;
  const { destination } = call;
  const echoed = new Set([...headers.map(([name]) => name.toLowerCase()), "content-type"]);
  const seed = call.preference.seed ?? String(Math.random());
  let rendered: RenderedResponse | undefined;
  for (let attempt = 0; attempt < MAX_GENERATIONS; attempt++) {
    const nextSeed = attempt === 0 ? seed : `${seed}/${attempt}`;
    const generated = await context.generate({ operation, status, mediaType, seed: nextSeed });
    const others = generated.headers.filter(([name]) => !echoed.has(name.toLowerCase()));
    const shown = { documented: [], sent: [] };
    const value = adaptExample(generated.body, { status, shown, destination, hosts: context.hosts });
    const allHeaders: Header[] = [...headers, ...others, ["Content-Type", mediaType]];
    rendered = await judged(context, call, { status, headers: allHeaders, body: toBytes(value, mediaType) });
    if (rendered.violations.length === 0) break;
  }
  return rendered as RenderedResponse;
}

async function judged(
  context: MockContext,
  call: ValidCall,
  response: Omit<RenderedResponse, "violations">,
): Promise<RenderedResponse> {
  return { ...response, violations: await judgeResponse(context, call, response) };
}

function toBytes(value: unknown, mediaType: string): Uint8Array {
  if (value === undefined) return Buffer.alloc(0);
  const isText = typeof value === "string" && !/[/+]json\b/.test(mediaType);
  return Buffer.from(isText ? value : JSON.stringify(value));
}
