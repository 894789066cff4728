import { Running, takenPort } from "@ittybit/test-support/commands/process";
import { afterEach, expect, it } from "vitest";
import { builtCommand } from "../../scripts/cache/built-command.js";

const start = await builtCommand("start");

let running: Running | undefined;
afterEach(() => running?.end("SIGKILL"));

it("serves the whole site, the mock and the gallery, prints a call that works, and ends tidily on Ctrl-C", async () => {
  running = new Running([start, "--mock-port", "0", "--docs-port", "0"]);
  const [, docs = ""] = await running.says(/^Docs {2}(\S+)/m);
  const [, header = "", url = ""] = await running.says(/^Try {3}curl -H "Authorization: ([^"]+)" (\S+)$/m);

  const [, gallery = ""] = await running.says(/^Docs .+\nMock .+\nApp {3}(\S+)/m);

  const page = await fetch(docs);
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(await page.text()).toMatch(/<h1\b/);
  for (const path of ["guides/quick-start.html", "operations/createVideo.html", "reference/", "llms.txt"])
    expect((await fetch(new URL(path, docs))).status).toBe(200);
  const missing = await fetch(new URL("/..%2f..%2fpackage.json", docs));
  expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining("No such page")]);
  const app = await (await fetch(gallery)).text();
  const [, script = ""] = /<script[^>]+src="([^"]+)"/.exec(app) ?? [];
  expect(await (await fetch(new URL(script, gallery))).text()).toContain(new URL(url).origin);
  expect((await fetch(new URL("/gallery/..%2fpackage.json", docs))).status).toBe(404);
  expect((await fetch(url, { headers: { Authorization: header } })).status).toBe(200);

  expect(await running.end("SIGINT")).toBe(0);
  expect([running.out.endsWith("Closed\n"), running.err]).toEqual([true, ""]);
});

it("one port for both: one line that says what to do, exit code 2", async () => {
  running = new Running([start, "--mock-port", "4555", "--docs-port", "4555"]);
  expect([await running.ended(), running.err]).toEqual([
    2,
    "start: --mock-port and --docs-port are both 4555: give one of them another port.\n",
  ]);
});

it.each([["mock-port"], ["docs-port"]])(
  "a %s in use: one line that says what to do, exit code 2",
  async (flag) => {
    const taken = await takenPort();
    const free = ["mock-port", "docs-port"]
      .filter((name) => name !== flag)
      .flatMap((name) => [`--${name}`, "0"]);
    running = new Running([start, `--${flag}`, `${taken.port}`, ...free]);
    expect([await running.ended(), running.err]).toEqual([
      2,
      `start: Port ${taken.port} is in use: stop what listens there, or give another with --${flag}.\n`,
    ]);
    taken.close();
  },
);
