import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import {
  DEFAULT_IDLE_TIMEOUT_MS,
  DEFAULT_RETRY,
  DEFAULT_TIMEOUT_MS,
  DEFAULT_UPLOAD_TIMEOUT_MS,
  DEFAULT_WAIT_TIMEOUT_MS,
} from "../src/default-options.js";
import { FIRST_POLL_INTERVAL_MS, LONGEST_POLL_INTERVAL_MS } from "../src/poll-interval.js";

const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), "utf8");

/** The text after `@default` of an option, from its docblock. */
const documented = (source: string, option: string): string | undefined =>
  source.match(new RegExp(`@default (.+)\\n\\s+\\*/\\n\\s+readonly ${option}\\?`))?.[1];

test("the docblocks of the options state the defaults", async () => {
  const options = await read("src/options.ts");
  const wait = await read("src/wait-types.ts");
  expect({
    timeout: documented(options, "timeout"),
    idleTimeout: documented(options, "idleTimeout"),
    ...Object.fromEntries(Object.keys(DEFAULT_RETRY).map((name) => [name, documented(options, name)])),
    wait: documented(wait, "timeout"),
    interval: documented(wait, "interval"),
  }).toEqual({
    timeout: `${DEFAULT_TIMEOUT_MS}, and ${DEFAULT_UPLOAD_TIMEOUT_MS} for a call that uploads bytes`,
    idleTimeout: `${DEFAULT_IDLE_TIMEOUT_MS}`,
    ...Object.fromEntries(Object.entries(DEFAULT_RETRY).map(([name, value]) => [name, `${value}`])),
    wait: `${DEFAULT_WAIT_TIMEOUT_MS}`,
    interval: `${FIRST_POLL_INTERVAL_MS}`,
  });
  expect(wait).toContain(`Pauses grow to ${LONGEST_POLL_INTERVAL_MS / 1000} seconds`);
});

test("the table in the README states the defaults", async () => {
  const rows = (await read("README.md")).matchAll(/^\| `(\w+)` \|.*\| ([^|]*) \|$/gm);
  const defaults = Object.fromEntries([...rows].map(([, option, value]) => [option, value]));
  expect(defaults).toMatchObject({
    timeout: `${DEFAULT_TIMEOUT_MS}, uploads of bytes ${DEFAULT_UPLOAD_TIMEOUT_MS}`,
    idleTimeout: `${DEFAULT_IDLE_TIMEOUT_MS}`,
    retry: `${DEFAULT_RETRY.limit}`,
  });
});
