import type { Exchange, HeaderPair } from "@ittybit/contract";

/** A `Request` and its `Response` as a plain exchange. Reads copies; both stay usable. */
export async function webExchange(request: Request, response: Response): Promise<Exchange> {
  const { method, url } = request;
  return {
    request: { method, url, headers: headerPairs(request.headers), body: await requestBody(request) },
    response: {
      status: response.status,
      // fetch has undone the coding, and keeps the header of it
      headers: headerPairs(response.headers).filter(([name]) => name !== "content-encoding"),
      body: await responseBody(response),
    },
  };
}

function headerPairs(headers: Headers): HeaderPair[] {
  return [...headers].map(([name, value]) => [name, value]);
}

async function requestBody(request: Request): Promise<Uint8Array | null | undefined> {
  if (request.body === null) return null;
  return request.bodyUsed ? undefined : new Uint8Array(await request.clone().arrayBuffer());
}

async function responseBody(response: Response): Promise<Uint8Array | null | undefined> {
  if (response.body === null) return null;
  return response.bodyUsed ? undefined : new Uint8Array(await response.clone().arrayBuffer());
}
