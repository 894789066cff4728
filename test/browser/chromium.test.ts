import { hasChromium, serveChromium } from "@ittybit/test-support/browsers/chromium";
import { expect, it } from "vitest";

const SWITCH = "--disable-features=";

it.skipIf(!hasChromium)("the browser of the tests has off what Playwright switches off", async () => {
  const server = await serveChromium();
  const lists = server
    .process()
    .spawnargs.filter((arg) => arg.startsWith(SWITCH))
    .map((arg) => arg.slice(SWITCH.length).split(","));
  await server.close();
  expect(lists).toHaveLength(2);
  expect(lists[1]).toEqual(expect.arrayContaining(lists[0] ?? []));
});
