import type { Exchange } from "@ittybit/contract";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { documentedResponses } from "@ittybit/test-support/traffic/documented-responses";
import { cleanTraffic } from "@ittybit/test-support/traffic/traffic";
import type { Draft, Fault } from "./faults.js";

const responses = documentedResponses(document);

/** The traffic of a fault: the documented response, altered. */
export function seeded({ on: [operationId, status], alter }: Fault): Exchange {
  const index = responses.findIndex(
    (one) => one.operationId === operationId && one.response.status === status,
  );
  const { request, response } = cleanTraffic[index] as Exchange;
  const draft: Draft = {
    status,
    url: request.url,
    headers: response.headers.map(([name, value]) => [name, value]),
    requestHeaders: request.headers.map(([name, value]) => [name, value]),
    body: JSON.parse(Buffer.from(response.body as Uint8Array).toString()),
  };
  alter(draft);
  return {
    request: { ...request, url: draft.url, headers: draft.requestHeaders },
    response: { status: draft.status, headers: draft.headers, body: bodyOf(draft) },
  };
}

function bodyOf(draft: Draft): Exchange["response"]["body"] {
  if (!("raw" in draft)) return Buffer.from(JSON.stringify(draft.body));
  return typeof draft.raw === "string" ? Buffer.from(draft.raw) : draft.raw;
}
