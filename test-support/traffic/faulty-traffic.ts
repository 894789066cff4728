import type { Exchange } from "@ittybit/contract";
import { cleanTraffic } from "./traffic.js";

// biome-ignore lint/suspicious/noExplicitAny: a body is changed by hand
type Alter = (body: any) => unknown;

/** The response to a GET of this path and status, its body altered. */
export function altered(path: string, alter: Alter, status = 200): Exchange {
  const found = cleanTraffic.find(
    ({ request, response }) =>
      request.method === "GET" && request.url.endsWith(path) && response.status === status,
  ) as Exchange;
  const body = JSON.parse(Buffer.from(found.response.body as Uint8Array).toString());
  alter(body);
  return { request: found.request, response: { ...found.response, body: Buffer.from(JSON.stringify(body)) } };
}

/** Responses that violate the contract, of several categories. */
export const faultyTraffic: readonly Exchange[] = [
  altered("/media/med_123", (body) => delete body.data.kind),
  altered("/media/med_123", (body) => Object.assign(body.data, { created: "yesterday" })),
  altered("/media/med_123", (body) => Object.assign(body.data, { brand: "new" })),
  altered("/media", (body) => Object.assign(body.data[0], { filesize: "big" })),
  altered("/media", (body) => Object.assign(body.data[1], { filesize: -1 })),
  altered("/media", (body) => delete body.links),
  altered("/videos", (body) => Object.assign(body.data[0], { kind: "image" })),
  altered("/images", (body) => Object.assign(body.meta, { status: "fine" })),
  altered("/media", (body) => delete body.error, 401),
];
