import { createMock, type Mock, type MockOptions } from "@ittybit/mock";
import { afterAll } from "vitest";

/** A mock that listens on a free port until the tests of the file have run. */
export async function startMock(options: MockOptions = {}): Promise<{ mock: Mock; url: string }> {
  const mock = await createMock(options);
  afterAll(() => mock.close());
  const { url } = await mock.listen({ port: 0 });
  return { mock, url };
}
