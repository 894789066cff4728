import type { CDPSession, Page } from "playwright-core";
import { expect } from "vitest";

// biome-ignore lint/suspicious/noExplicitAny: events of the DevTools protocol
type Event = any;

/** What a page exchanges with servers, recorded as the Network panel of DevTools does. */
export interface Recording {
  /** As "Save all as HAR with content" writes it. */
  har(): Promise<string>;
}

/** What is known of one request so far. */
interface Seen {
  request?: Event;
  sent?: Event;
  response?: Event;
  received?: Event;
  finished?: Event;
  body?: Promise<{ body: string; base64Encoded: boolean } | null>;
}

export async function recordByDevTools(page: Page): Promise<Recording> {
  const session = await page.context().newCDPSession(page);
  const all = new Map<string, Seen>();
  const note = (id: string, known: Seen) => all.set(id, { ...all.get(id), ...known });
  session.on("Network.requestWillBeSent", (event) => note(event.requestId, { request: event }));
  session.on("Network.requestWillBeSentExtraInfo", (event) => note(event.requestId, { sent: event }));
  session.on("Network.responseReceived", (event) => note(event.requestId, { response: event }));
  session.on("Network.responseReceivedExtraInfo", (event) => note(event.requestId, { received: event }));
  session.on("Network.loadingFinished", (event) => {
    note(event.requestId, { finished: event, body: bodyOf(session, event.requestId) });
  });
  await session.send("Network.enable");
  return {
    har: async () => {
      // the page has its response before the last events of it arrive here
      await expect.poll(() => [...all.values()].filter(isIncomplete).length).toBe(0);
      const entries = await Promise.all([...all.values()].filter(({ request }) => request).map(toEntry));
      const creator = { name: "WebInspector", version: "537.36" };
      return JSON.stringify({ log: { version: "1.2", creator, pages: [], entries } });
    },
  };
}

const isIncomplete = ({ request, sent, response, received, finished }: Seen) =>
  request !== undefined &&
  (finished === undefined || (response?.hasExtraInfo && (sent === undefined || received === undefined)));

const bodyOf = (session: CDPSession, requestId: string) =>
  session.send("Network.getResponseBody", { requestId }).catch(() => null);

async function toEntry({ request: { request, wallTime }, sent, response, received, finished, body }: Seen) {
  const content = await body;
  const headers = listed(received?.headers ?? response?.response.headers ?? {});
  return {
    _resourceType: "fetch",
    startedDateTime: new Date(wallTime * 1000).toISOString(),
    time: 1,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: response?.response.protocol ?? "",
      headers: listed(sent?.headers ?? request.headers),
      queryString: [...new URL(request.url).searchParams].map(([name, value]) => ({ name, value })),
      cookies: [],
      headersSize: -1,
      bodySize: request.hasPostData ? (request.postData?.length ?? -1) : 0,
      ...(request.postData && {
        postData: { mimeType: sent?.headers["Content-Type"] ?? "", text: request.postData },
      }),
    },
    response: {
      status: received?.statusCode ?? response?.response.status ?? 0,
      statusText: response?.response.statusText ?? "",
      httpVersion: response?.response.protocol ?? "",
      headers,
      cookies: [],
      content: {
        size: finished?.encodedDataLength ?? 0,
        mimeType: response?.response.mimeType ?? "x-unknown",
        ...(content && { text: content.body, ...(content.base64Encoded && { encoding: "base64" }) }),
      },
      redirectURL: "",
      headersSize: -1,
      bodySize: -1,
      _transferSize: finished?.encodedDataLength ?? 0,
    },
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
  };
}

/** Values of one name stand in one text, a line each. */
const listed = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).flatMap(([name, values]) => values.split("\n").map((value) => ({ name, value })));
