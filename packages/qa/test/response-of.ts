import type { Exchange } from "@ittybit/contract";

/** A recorded response as `fetch` would give it. */
export function responseOf({ response: { status, headers, body } }: Pick<Exchange, "response">): Response {
  return new Response(body as Uint8Array<ArrayBuffer>, {
    status,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
}
