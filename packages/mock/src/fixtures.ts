import { createMock, type Mock } from "./mock.js";
import type { MockOptions } from "./options.js";

/** A mock that listens for as long as one test, or one worker, runs. */
export interface RunningMock extends Mock {
  /** Base URL of both hosts. */
  readonly url: string;
}

/**
 * A fixture for `test.extend({ mock: mockFixture() })` of Vitest and of Playwright: a mock on a free port of
 * 127.0.0.1, closed after the test.
 */
export function mockFixture(options: MockOptions = {}) {
  // biome-ignore lint/correctness/noEmptyPattern: both runners read the names of wanted fixtures from this pattern
  return async ({}: object, use: (mock: RunningMock) => Promise<void>): Promise<void> => {
    const mock = await createMock(options);
    try {
      const { url } = await mock.listen({ port: 0 });
      await use({ ...mock, url });
    } finally {
      await mock.close();
    }
  };
}

/** The part of a Playwright page or context that is used. */
interface Routable {
  route(url: RegExp, handler: (route: Routed) => Promise<void>): Promise<unknown>;
}

interface Routed {
  request(): {
    url(): string;
    method(): string;
    allHeaders(): Promise<Record<string, string>>;
    postDataBuffer(): Uint8Array | null;
  };
  fulfill(answer: { status: number; headers: Record<string, string>; body: Buffer }): Promise<void>;
  abort(reason: string): Promise<void>;
}

/**
 * Lets a mock answer what a Playwright page sends to the hosts of the contract, without any port. Browsers show a
 * test only bodies that are not files: for uploads of files use the URL of a listening mock.
 *
 * @param hosts what of the page's traffic goes to the mock
 */
export async function routeToMock(
  page: Routable,
  mock: Mock,
  hosts = /^https:\/\/(api|uploads)\./,
): Promise<void> {
  await page.route(hosts, async (route) => {
    const sent = route.request();
    const body = sent.postDataBuffer();
    const init = {
      method: sent.method(),
      headers: await plainHeaders(sent),
      ...(body && { body: Buffer.from(body) }),
    };
    try {
      const response = await mock.fetch(new Request(sent.url(), init));
      const headers = Object.fromEntries(response.headers);
      await route.fulfill({
        status: response.status,
        headers,
        body: Buffer.from(await response.arrayBuffer()),
      });
    } catch {
      await route.abort("connectionreset");
    }
  });
}

/** Without HTTP/2's own. */
async function plainHeaders(sent: ReturnType<Routed["request"]>): Promise<[string, string][]> {
  return Object.entries(await sent.allHeaders()).filter(([name]) => !name.startsWith(":"));
}
