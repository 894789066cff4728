import { createMock, type Mock } from "./mock.js";
import type { MockOptions } from "./options.js";

/**
 * A mock that listens for as long as one test runs.
 *
 * @example
 * import { mockFixture, type RunningMock } from "@ittybit/mock/fixtures";
 *
 * await mockFixture()({}, async ({ url }: RunningMock) => {
 *   await fetch(`${url}/media`);
 * });
 */
export interface RunningMock extends Mock {
  /** Base URL of both hosts. */
  readonly url: string;
}

/**
 * Creates a fixture for `test.extend` of Vitest and Playwright: a mock on a free port of 127.0.0.1 that is closed after
 * the test.
 *
 * @example
 * import { mockFixture } from "@ittybit/mock/fixtures";
 * import { test as base } from "vitest";
 *
 * export const test = base.extend({ mock: mockFixture({ apiKey: "test" }) });
 */
export function mockFixture(options: MockOptions = {}) {
  // biome-ignore lint/correctness/noEmptyPattern: Vitest and Playwright read the names of fixtures from this pattern
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

/** The part of a Playwright page or browser context that is used. */
interface Routable {
  route(url: RegExp, handler: (route: Route) => Promise<void>): Promise<unknown>;
}

interface Route {
  request(): {
    url(): string;
    method(): string;
    allHeaders(): Promise<Record<string, string>>;
    postDataBuffer(): Uint8Array | null;
  };
  fulfill(response: { status: number; headers: Record<string, string>; body: Buffer }): Promise<void>;
  abort(reason: string): Promise<void>;
}

/** The hosts of the contract. */
const CONTRACT_HOSTS = /^https:\/\/(api|uploads)\./;

/**
 * Routes requests of a Playwright page to a mock, without a port. Chromium does not pass files on to routes, so upload
 * files to the URL of a listening mock instead.
 *
 * @param hosts URLs to route
 * @default hosts of the contract
 * @example
 * import { createMock } from "@ittybit/mock";
 * import { routeToMock } from "@ittybit/mock/fixtures";
 * import type { Page } from "playwright-core";
 *
 * export async function openApp(page: Page): Promise<void> {
 *   await routeToMock(page, await createMock());
 *   await page.goto("http://127.0.0.1:5173");
 * }
 */
export async function routeToMock(page: Routable, mock: Mock, hosts = CONTRACT_HOSTS): Promise<void> {
  await page.route(hosts, async (route) => {
    const sent = route.request();
    const body = sent.postDataBuffer();
    const init = {
      method: sent.method(),
      headers: await httpHeaders(sent),
      ...(body && { body: Buffer.from(body) }),
    };
    try {
      const response = await mock.fetch(new Request(sent.url(), init));
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      });
    } catch {
      await route.abort("connectionreset");
    }
  });
}

/** Without the pseudo-headers of HTTP/2. */
async function httpHeaders(sent: ReturnType<Route["request"]>): Promise<[string, string][]> {
  return Object.entries(await sent.allHeaders()).filter(([name]) => !name.startsWith(":"));
}
